import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aDirectory } from '../siae/siae.fixture.ts';

let graph: TestSubgraph;
let commune: { id: string; told: number };

beforeAll(async () => {
  graph = await aDirectory();
  [commune] = (await graph.db.query(
    `SELECT territory_id AS id, count(*)::int AS told FROM siae
      WHERE employees_insertion IS NOT NULL OR employees_permanent IS NOT NULL
      GROUP BY 1 HAVING count(*) >= 2 ORDER BY 2 DESC, 1 LIMIT 1`,
  )) as [typeof commune];
});
afterAll(() => graph.stop());
beforeEach(() => graph.db.query('DELETE FROM headcount_shield_copy'));

async function shield(hasSecret: boolean, least: number | null, suffix = '/DEMONSTRATION'): Promise<void> {
  await graph.db.query('INSERT INTO headcount_shield_copy VALUES ($1, $2, $3)', [
    `${commune.id}${suffix}`,
    hasSecret,
    least,
  ]);
}

type Node = {
  employeesInsertion: number | null;
  employeesPermanent: number | null;
  headcountWithheld: boolean;
};

/** What the directory says of the commune: how many headcounts, and what the filter and the sum give away. */
async function told(): Promise<{ told: number; withheld: number; found: number; insertionJobs: boolean }> {
  const { data, errors } = await graph.run(
    `query ($in: String!) {
      all: siaes(first: 100, filter: { locatedIn: $in }) {
        nodes { employeesInsertion employeesPermanent headcountWithheld }
      }
      some: siaes(first: 1, filter: { locatedIn: $in, minEmployees: 1 }) { totalCount }
      _entities(representations: [{ __typename: "Territory", id: $in }]) {
        ... on Territory { inclusiveSummary { insertionJobs } }
      }
    }`,
    { in: commune.id },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { all, some, _entities } = data as {
    all: { nodes: Node[] };
    some: { totalCount: number };
    _entities: [{ inclusiveSummary: { insertionJobs: number | null } }];
  };
  const says = ({ employeesInsertion, employeesPermanent }: Node) =>
    employeesInsertion !== null || employeesPermanent !== null;
  return {
    told: all.nodes.filter(says).length,
    withheld: all.nodes.filter(({ headcountWithheld }) => headcountWithheld).length,
    found: some.totalCount,
    insertionJobs: _entities[0].inclusiveSummary.insertionJobs !== null,
  };
}

test('without statistics of the commune, headcounts are told', async () => {
  const { told: count, withheld } = await told();
  expect({ count, withheld }).toEqual({ count: commune.told, withheld: 0 });
});

test('a secret figure of the commune silences headcounts: in the list, the filter and the sum', async () => {
  await shield(true, null);
  const silent = await told();
  expect({ ...silent, withheld: silent.withheld > 0 }).toEqual({
    told: 0,
    withheld: true,
    found: 0,
    insertionJobs: false,
  });
});

test('a published figure must leave three units that the directory does not tell', async () => {
  await shield(false, commune.told + 3);
  expect((await told()).told).toBe(commune.told);
  await graph.db.query('UPDATE headcount_shield_copy SET least_contributors = least_contributors - 1');
  expect((await told()).told).toBe(0);
});

test('real figures do not silence an invented structure', async () => {
  await shield(true, 1, '');
  expect((await told()).told).toBe(commune.told);
});

test('one structure is silenced as in the list', async () => {
  await shield(true, null);
  const [{ siret }] = (await graph.db.query(
    'SELECT siret FROM siae WHERE territory_id = $1 AND employees_insertion > 0 LIMIT 1',
    [commune.id],
  )) as [{ siret: string }];
  const { data } = await graph.run(
    'query ($siret: String!) { siae(siret: $siret) { employeesInsertion employeesPermanent headcountWithheld } }',
    { siret },
  );
  expect(data).toEqual({
    siae: { employeesInsertion: null, employeesPermanent: null, headcountWithheld: true },
  });
});
