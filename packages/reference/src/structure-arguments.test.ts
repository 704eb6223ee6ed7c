import { BadInput } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import { rnaArgument, siretArgument } from './structure-arguments.ts';

test('numbers of structures are given in canonical form', () => {
  expect([siretArgument('siret', '732 829 320 00074'), rnaArgument('rna', 'w922012345')]).toEqual([
    '73282932000074',
    'W922012345',
  ]);
});

test.each(['', '73282932000075', '7328293200007', 'abc'])('« %s » is no SIRET', (value) => {
  expect(() => siretArgument('input.siret', value)).toThrow(
    new BadInput('input.siret', '« input.siret » doit être un SIRET : 14 chiffres dont la clé est juste.'),
  );
});

test.each(['', 'X922012345', 'W92201234'])('« %s » is no RNA number', (value) => {
  expect(() => rnaArgument('rna', value)).toThrow(
    new BadInput('rna', '« rna » doit être un numéro RNA, par exemple W922012345.'),
  );
});
