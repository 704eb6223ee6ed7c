import { expect, test } from 'vitest';
import { bytesOf, movementFile, movementLine } from './movement.fixture.ts';
import { readMovements } from './read-movements.ts';

const reading = (text: string | Buffer) => readMovements(bytesOf(text), () => {});

test('a file of movements tells all its problems, with line and column', async () => {
  const good = movementLine(41, '1968-01-01', ['75002', 'Antony'], ['92002', 'Antony']);
  const { problems, movements } = await reading(
    movementFile([
      good,
      movementLine(99, '1968-02-30', ['7500', 'Antony'], ['92002', 'Antony', 'VILLE']),
      good.slice(0, 40),
      movementLine(10, '1942-01-01', ['92002', ''], ['92002', 'Antony']),
    ]),
  );
  expect([
    problems.map(({ line, column, code, raw }) => [line, column, code, raw]),
    movements.map(({ line, on, kind, codeBefore, codeAfter }) => ({ line, on, kind, codeBefore, codeAfter })),
  ]).toEqual([
    [
      [3, 'MOD', 'MOVEMENT_KIND_UNKNOWN', '99'],
      [3, 'DATE_EFF', 'DATE_MALFORMED', '1968-02-30'],
      [3, 'TYPECOM_AP', 'COMMUNE_TYPE_UNKNOWN', 'VILLE'],
      [3, 'COM_AV', 'COMMUNE_CODE_MALFORMED', '7500'],
      [4, null, 'COLUMN_COUNT', good.slice(0, 40)],
      [5, 'DATE_EFF', 'DATE_TOO_EARLY', '1942-01-01'],
      [5, 'LIBELLE_AV', 'NAME_MISSING', ''],
    ],
    [{ line: 2, on: '1968-01-01', kind: 41, codeBefore: '75002', codeAfter: '92002' }],
  ]);
});

test.each([
  ['', 'EMPTY_FILE'],
  [movementFile([]), 'EMPTY_FILE'],
  ['a;b\n1;2\n', 'NOT_MOVEMENTS'],
  ['\uFEFFa', 'NOT_MOVEMENTS'],
  [Buffer.from('MOD,\0'), 'NOT_TEXT'],
])('a file that is none is refused (%#)', async (text, code) => {
  expect((await reading(text)).problems.at(-1)?.code).toBe(code);
});
