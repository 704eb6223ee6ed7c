import { loadUnknowns } from '@graphess/provenance';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishTestCells } from '../cube/cells.fixture.ts';
import { anObservatory } from '../observatory.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await anObservatory({ demonstration: true });
  await graph.db.query(`INSERT INTO shown_area (territory_id) VALUES ('DEP:92') ON CONFLICT DO NOTHING`);
});
afterAll(() => graph.stop());

type Row = { subject: string; field: string };

async function unknowns(args: string, fields: string): Promise<unknown[]> {
  const nodes: unknown[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await graph.run(
      `query ($after: String) { unknowns(${args} first: 100, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`,
      { after },
    );
    expect(errors).toBe(undefined);
    type List = {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: unknown[];
    };
    const list = data?.unknowns as List;
    nodes.push(...list.nodes);
    after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    if (after === null) expect(list.totalCount).toBe(nodes.length);
  } while (after !== null);
  return nodes;
}

test('Grand Paris Seine Ouest has no headline figure: five questions, whose silent source is the panorama', async () => {
  const found = (await unknowns(
    'reason: [NO_SOURCE], within: "EPT:200057974",',
    'subject field label producer since count source { title }',
  )) as Row[];
  expect(found.filter(({ subject }) => subject === 'EPT:200057974')).toEqual(
    [
      ['ESS_ESTABLISHMENTS', "Établissements employeurs de l'ESS"],
      ['ESS_ESTABLISHMENTS_SHARE', "Part de l'ESS dans les établissements privés"],
      ['ESS_JOBS', "Emplois salariés de l'ESS"],
      ['ESS_JOBS_PER_1000', "Emplois de l'ESS pour 1 000 habitants"],
      ['ESS_JOBS_SHARE', "Part de l'ESS dans l'emploi privé"],
    ].map(([field, label]) => ({
      ...{ subject: 'EPT:200057974', field, label: `${label} : Grand Paris Seine Ouest`, count: 1 },
      producer: 'Département des Hauts-de-Seine',
      since: '2026-03-02',
      source: { title: expect.any(String) },
    })),
  );
});

test('an unknown headline figure is one that no real source gives, and every such one is told', async () => {
  const headlines = [
    'ESS_ESTABLISHMENTS',
    'ESS_JOBS',
    'ESS_ESTABLISHMENTS_SHARE',
    'ESS_JOBS_SHARE',
    'ESS_JOBS_PER_1000',
  ];
  const told = ((await unknowns('reason: [NO_SOURCE],', 'subject field')) as Row[]).map(
    ({ subject, field }) => `${subject} ${field}`,
  );
  const { data } = await graph.run(
    `query ($codes: [String!]!) { territory(code: "DEP:92") {
      code indicators(codes: $codes) { vintage { id } }
      communes: contains(level: COMMUNE) { code indicators(codes: $codes) { vintage { id } } }
      epts: contains(level: EPT) { code indicators(codes: $codes) { vintage { id } } }
    } }`,
    { codes: headlines },
  );
  type Place = { code: string; indicators: { vintage: unknown }[] };
  const area = data?.territory as (Place & { communes: Place[]; epts: Place[] }) | undefined;
  const places = area ? [area, ...area.communes, ...area.epts] : [];
  expect(places.length).toBe(41);
  const silent = places.flatMap(({ code, indicators }) =>
    headlines
      .filter((_, index) => indicators[index]?.vintage === null)
      .map((headline) => `${code} ${headline}`),
  );
  expect(told.toSorted()).toEqual(silent.toSorted());
});

test('what a source says in words is told in its words', async () => {
  const found = await unknowns('reason: [IN_WORDS],', 'subject field statement producer source { producer }');
  const panorama = {
    producer: 'Département des Hauts-de-Seine',
    source: { producer: 'Département des Hauts-de-Seine' },
  };
  expect(found).toContainEqual({
    ...{ subject: 'EPT:200057982', field: 'ESS_JOBS_SHARE', statement: 'inférieures', ...panorama },
  });
  expect(found).toContainEqual({
    ...{
      subject: 'EPT:200057982',
      field: 'ESS_ESTABLISHMENTS_DEPARTMENT_SHARE',
      statement: 'Un tiers',
      ...panorama,
    },
  });
});

test('datasets without a vintage, and what other domains say is unknown, are told', async () => {
  const said = (field: string, reason: 'NAMES_NOT_PUBLISHED' | 'AMOUNTS_NOT_PUBLISHED') => ({
    ...{ subject: 'CALL:3', field, label: 'De la 3e édition', reason, count: 16, source: 'panorama-ess-92' },
  });
  await loadUnknowns(graph.db, 'grants', [
    said('laureates', 'NAMES_NOT_PUBLISHED'),
    said('laureates.awarded', 'AMOUNTS_NOT_PUBLISHED'),
  ]);
  expect(
    await unknowns('reason: [NAMES_NOT_PUBLISHED, AMOUNTS_NOT_PUBLISHED],', 'subject field reason count'),
  ).toEqual([
    { subject: 'CALL:3', field: 'laureates.awarded', reason: 'AMOUNTS_NOT_PUBLISHED', count: 16 },
    { subject: 'CALL:3', field: 'laureates', reason: 'NAMES_NOT_PUBLISHED', count: 16 },
  ]);
  expect(await unknowns('reason: [NOT_PUBLISHED_YET],', 'subject producer')).toEqual([
    { subject: 'DS:ESS-FLORES', producer: 'Insee' },
    { subject: 'DS:ESS-URSSAF', producer: 'Urssaf Caisse nationale' },
  ]);
});

test('a hidden cell is a question without an answer, and without its value', async () => {
  await publishTestCells(
    graph.db,
    { dataset: 'ESS-FLORES', label: '2023', releasedAt: '2025-01-01T00:00:00Z' },
    [
      {
        ...{ territory: 'COM:92047', period: 2022, value: 133 },
        ...{ status: 'SUPPRESSED_DOMINANCE', secret: true, statement: '133 emplois' },
      },
    ],
  );
  expect(
    await unknowns('reason: [SUPPRESSED], within: "COM:92047",', 'subject field label statement'),
  ).toEqual([
    {
      ...{ subject: 'COM:92047', field: 'ESS_JOBS', statement: null },
      label: "Emplois salariés de l'ESS : Marnes-la-Coquette (2022)",
    },
  ]);
});
