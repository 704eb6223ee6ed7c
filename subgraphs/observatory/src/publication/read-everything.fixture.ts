import { VISITOR } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { exportRows } from '../export/export-rows.queries.ts';
import { DATASETS, WHOLES, YEARS } from './scenario.fixture.ts';

/** One figure, at one instant: what a reader was told of it, or what it really was. */
export type Figure = { id: string; at: string; value: number };
export type Cell = {
  dataset: string;
  indicator: string;
  territory: string;
  breakdown: string;
  period: number;
};

export const cellOf = (id: string): Cell => {
  const [dataset = '', indicator = '', territory = '', period = '', breakdown = ''] = id.slice(4).split('/');
  return { dataset, indicator, territory, period: Number(period), breakdown };
};
export const idOf = ({ dataset, indicator, territory, period, breakdown }: Cell) =>
  `OBS:${[dataset, indicator, territory, period, ...(breakdown === '' ? [] : [breakdown])].join('/')}`;

const FIELDS = `id value status statement inputs { observationId value }
  revisions { value validFrom validTo } territory { id } `;
type Node = {
  id: string;
  value: number | null;
  inputs: { observationId: string | null; value: number | null }[];
  revisions: { value: number | null; validFrom: string; validTo: string | null }[];
};

/** All that anybody reads of the two sources, by every way, at every instant. */
export async function readEverything(graph: TestSubgraph, area: keyof typeof WHOLES): Promise<Figure[]> {
  const instants = await instantsOf(graph);
  const figures: Figure[] = [];
  const note = (nodes: readonly Node[], at: string) => {
    for (const { id, value, inputs, revisions } of nodes) {
      if (value !== null) figures.push({ id, at, value });
      for (const input of inputs) {
        if (input.observationId !== null && input.value !== null)
          figures.push({ id: input.observationId, at, value: input.value });
      }
      for (const revision of revisions) {
        if (revision.value === null) continue;
        const { value: was, validFrom, validTo } = revision;
        const within = instants.filter((each) => each >= validFrom && (validTo === null || each < validTo));
        figures.push(...within.map((each) => ({ id, at: each, value: was })));
      }
    }
  };
  const last = instants.at(-1) ?? '';
  const ask = async (query: string, variables: Record<string, unknown>, viewer = VISITOR) => {
    const { data = null, errors } = await graph.as(viewer).run(query, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data as Record<string, never>;
  };
  for (const dataset of DATASETS) {
    for (const at of instants) note(await listed(ask, { dataset, asOf: at }), at);
    note(await listed(ask, { dataset, level: 'COMMUNE', within: WHOLES[area] }), last);
    for await (const row of exportRows(graph.db, exportOf(dataset, last))) {
      if (row.value === null || row.period === null) continue;
      const cell = { ...row, period: row.period };
      figures.push({ id: idOf({ ...cell, dataset }), at: last, value: row.value });
    }
  }
  const period = { from: YEARS[0], to: YEARS[1] };
  const series = await ask(SERIES, { whole: WHOLES[area], period });
  for (const each of Object.values(series) as { series: { observations: Node[] }[] }[])
    for (const { observations } of each.series) note(observations, last);
  await askAround(ask, WHOLES[area]);
  const follower = { ...VISITOR, kind: 'key' as const, subject: 'KEY:x', scopes: ['changes:read'] };
  const copy = await ask(CHANGES, {}, follower);
  const { changes } = copy['observationChanges'] as unknown as { changes: { observation: Node | null }[] };
  note(
    changes.flatMap(({ observation }) =>
      observation === null || !isOfDatasets(observation.id) ? [] : [observation],
    ),
    last,
  );
  return figures;
}

/** What tells of figures without giving one: a hidden one is told neither in words nor in numbers. */
async function askAround(ask: Ask, whole: string): Promise<void> {
  const data = await ask(AROUND, { whole });
  const { nodes } = data['unknowns'] as unknown as { nodes: { reason: string; statement: string | null }[] };
  const told = nodes.filter(({ reason, statement }) => reason === 'SUPPRESSED' && statement !== null);
  if (told.length > 0) throw new Error(`Told in words: ${JSON.stringify(told)}`);
}

type Ask = (query: string, variables: Record<string, unknown>) => Promise<Record<string, never>>;

async function listed(ask: Ask, variables: Record<string, unknown>): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const data = await ask(LIST, { ...variables, after });
    const page = data['observations'] as unknown as {
      nodes: Node[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

const LIST = `query ($dataset: String!, $asOf: DateTime, $level: TerritoryLevel, $within: String, $after: String) {
  observations(dataset: $dataset, asOf: $asOf, level: $level, within: $within, first: 100, after: $after) {
    nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`;
const SERIES = `query ($whole: String!, $period: PeriodInput!) { ${[
  'ESS_JOBS',
  'ESS_JOBS_PER_1000',
  'ESS_JOBS_SHARE',
]
  .map(
    (code) => `${code}: indicator(code: "${code}") { series(territories: [$whole], period: $period) {
    observations { ${FIELDS} } } }`,
  )
  .join('\n')} }`;
const AROUND = `query ($whole: String!) {
  unknowns(within: $whole, first: 100) { nodes { reason statement } }
  indicator(code: "ESS_JOBS") { availability(within: $whole) { combinations { cells periods } } }
  dataset(code: "ESS-FLORES") { completeness(indicator: "ESS_JOBS", within: $whole) { known suppressed } } }`;
const CHANGES = `{ observationChanges(since: "0", first: 1000) { changes { observation { ${FIELDS} } } } }`;

const isOfDatasets = (id: string) => DATASETS.some((dataset) => id.startsWith(`OBS:${dataset}/`));

const exportOf = (datasetCode: string, asOf: string) => ({
  ...{ datasetCode, asOf, format: 'CSV' as const, dialect: 'RFC_4180' as const },
  ...{ territories: null, indicators: null, dimensions: null, from: null, to: null },
});

export async function instantsOf({ db }: TestSubgraph): Promise<string[]> {
  const rows: { at: Date }[] = await db.query(
    `SELECT released_at AS at FROM vintage WHERE dataset_code = ANY($1)
     UNION SELECT withdrawn_at FROM vintage WHERE dataset_code = ANY($1) AND withdrawn_at IS NOT NULL ORDER BY 1`,
    [[...DATASETS]],
  );
  return rows.map(({ at }) => at.toISOString());
}
