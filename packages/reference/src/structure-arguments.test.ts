import { BadInput } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import { rnaArgument, sirenArgument, siretArgument } from './structure-arguments.ts';

test('numbers of structures are given in canonical form', () => {
  expect([
    siretArgument('siret', '732 829 320 00074'),
    sirenArgument('siren', '732 829 320'),
    rnaArgument('rna', 'w922012345'),
  ]).toEqual(['73282932000074', '732829320', 'W922012345']);
});

test.each(['', '73282932000075', '7328293200007', 'abc'])('« %s » is no SIRET', (value) => {
  expect(() => siretArgument('input.siret', value)).toThrow(
    new BadInput('input.siret', '« input.siret » doit être un SIRET : 14 chiffres dont la clé est juste.'),
  );
});

test.each(['', '732829321', '73282932', '000000000'])('« %s » is no SIREN', (value) => {
  expect(() => sirenArgument('filter.sirens', value)).toThrow(
    new BadInput('filter.sirens', '« filter.sirens » doit être un SIREN : 9 chiffres dont la clé est juste.'),
  );
});

test.each(['', 'X922012345', 'W92201234'])('« %s » is no RNA number', (value) => {
  expect(() => rnaArgument('rna', value)).toThrow(
    new BadInput('rna', '« rna » doit être un numéro RNA, par exemple W922012345.'),
  );
});
