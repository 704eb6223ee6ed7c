import { expect, test } from 'vitest';
import { BadInput } from '../errors.ts';
import { searchArgument } from './search-argument.ts';

test.each([
  ['œuvre', 'œuvre'],
  [' œuvre ', ' œuvre '],
  [null, null],
  [undefined, null],
])('%j is searched as %j', (value, searched) => {
  expect(searchArgument('search', value)).toBe(searched);
});

test.each(['', ' ', '\u00a0\t\n'])('the blank %j is refused and the argument named', (blank) => {
  expect(() => searchArgument('filter.search', blank)).toThrow(
    new BadInput('filter.search', '« filter.search » ne peut pas être vide.'),
  );
});
