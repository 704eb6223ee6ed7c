import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INDICATOR_CODES } from '../indicator/indicator.code.ts';
import { anObservatory } from '../observatory.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await anObservatory();
  await graph.db.query(
    `INSERT INTO territory (id, name, level) VALUES ('DEP:62', 'Pas-de-Calais', 'DEPARTMENT')`,
  );
  await graph.db.query(
    `INSERT INTO territory (id, name, level)
     SELECT 'COM:' || code, 'Commune ' || code, 'COMMUNE' FROM generate_series(62001, 62890) AS code`,
  );
  await graph.db.query(
    `INSERT INTO territory_link (part, whole, partial)
     SELECT id, 'DEP:62', false FROM territory WHERE id LIKE 'COM:62%'`,
  );
});
afterAll(() => graph.stop());

async function answerOf(
  within: string,
  level: string,
  codes: readonly string[],
  period: { from: number; to: number } | null = null,
) {
  const { data, errors } = await graph.run(
    `query ($within: String!, $level: TerritoryLevel!, $codes: [String!]!, $period: PeriodInput) {
      territory(code: $within) { contains(level: $level) { indicators(codes: $codes, period: $period) { id status } } }
    }`,
    { within, level, codes, period },
  );
  const shown = data?.territory as { contains: { indicators: { id: string }[] }[] } | null | undefined;
  return {
    perTerritory: shown?.contains.map(({ indicators }) => indicators.length),
    errors: errors?.map(({ message, extensions }) => ({ message, ...extensions })),
  };
}
const fifty = Array.from({ length: 50 }, () => 'ESS_JOBS');

test('a code asked 50 times over 50 years of 890 communes is refused at once', async () => {
  const statements = await graph.statementsOf(async () => {
    expect(await answerOf('DEP:62', 'COMMUNE', fifty, { from: 1950, to: 1999 })).toEqual({
      perTerritory: undefined,
      errors: [
        {
          message:
            '« period » : les codes et les années demandés font 200 observations au plus par territoire.',
          code: 'BAD_USER_INPUT',
          argument: 'period',
        },
      ],
    });
  });
  expect(statements.filter((sql) => sql.includes('observation_revision'))).toEqual([]);
});

test('a request that asks little of each of too many territories is refused at once', async () => {
  const statements = await graph.statementsOf(async () => {
    expect(await answerOf('DEP:62', 'COMMUNE', fifty)).toEqual({
      perTerritory: undefined,
      errors: [
        {
          message:
            '« codes » : la requête produirait trop d’observations ; demandez moins de territoires, de codes ou d’années.',
          code: 'BAD_USER_INPUT',
          argument: 'codes',
        },
      ],
    });
  });
  expect(statements.filter((sql) => sql.includes('observation_revision'))).toEqual([]);
});

test('every code of every commune of the largest département is answered', async () => {
  const { perTerritory } = await answerOf('DEP:62', 'COMMUNE', INDICATOR_CODES);
  expect(perTerritory).toEqual(Array.from({ length: 890 }, () => INDICATOR_CODES.length));
});

test('two codes of 36 communes, and every code of four EPT, are answered', async () => {
  expect(await answerOf('DEP:92', 'COMMUNE', ['ESS_JOBS', 'ESS_JOBS_PER_1000'])).toEqual({
    perTerritory: Array.from({ length: 36 }, () => 2),
    errors: undefined,
  });
  expect(await answerOf('DEP:92', 'EPT', INDICATOR_CODES)).toEqual({
    perTerritory: Array.from({ length: 4 }, () => INDICATOR_CODES.length),
    errors: undefined,
  });
});

test('each request counts for itself', async () => {
  const codes = fifty.slice(0, 20);
  expect((await answerOf('DEP:62', 'COMMUNE', codes)).errors).toBe(undefined);
  expect((await answerOf('DEP:62', 'COMMUNE', codes)).errors).toBe(undefined);
});

test('a refusal repeats no long value that a client sent', async () => {
  const message = async (code: string) => (await answerOf('DEP:92', 'EPT', [code])).errors?.[0]?.message;
  expect([await message('ESS_SALARIES'), await message('X'.repeat(41))]).toEqual([
    '« codes » : l’indicateur « ESS_SALARIES » n’existe pas.',
    '« codes » : un des indicateurs demandés n’existe pas.',
  ]);
});
