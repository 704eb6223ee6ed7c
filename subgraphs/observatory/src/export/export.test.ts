import { createHash } from 'node:crypto';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishTestCells, type TestCell } from '../cube/cells.fixture.ts';
import { anObservatory } from '../observatory.fixture.ts';
import { download } from './download.fixture.ts';

const PRODUCER = {
  kind: 'person',
  subject: 'p-1',
  roles: ['producer'],
  scopes: [],
  organization: null,
} as const;
const AGENT = { ...PRODUCER, subject: 'p-2', roles: ['agent'] } as const;

const FIRST = { dataset: 'ESS-FLORES', label: '2021', releasedAt: '2025-01-15T08:00:00.000Z' };
const SECOND = { dataset: 'ESS-FLORES', label: '2022', releasedAt: '2026-01-15T08:00:00.000Z' };

const cell = (
  territory: string,
  period: number,
  value: number | null,
  more: Partial<TestCell> = {},
): TestCell => ({
  territory,
  period,
  value,
  ...more,
});

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory({ demonstration: true });
  await publishTestCells(graph.db, FIRST, [
    cell('COM:92050', 2021, 2_400),
    cell('COM:92050', 2021, 1_900, { breakdown: 'ESS_FAMILY=ASSOCIATION' }),
    cell('COM:92050', 2021, null, { breakdown: 'ESS_FAMILY=MUTUELLE', status: 'SUPPRESSED_FREQUENCY' }),
    cell('DEP:92', 2021, 48_000),
    cell('COM:92047', 2021, 7, { secret: true }),
    cell('COM:92048', 2021, 0),
    cell('COM:92049', 2021, null, { status: 'NOT_APPLICABLE' }),
  ]);
  await publishTestCells(graph.db, SECOND, [cell('COM:92050', 2021, 2_410), cell('COM:92050', 2022, 2_500)]);
});
afterAll(() => graph.stop());

const rowsOf = (bytes: Buffer): Record<string, string>[] => parse(bytes, { columns: true });
const brief = (bytes: Buffer) =>
  rowsOf(bytes).map(
    (row) =>
      Object.values(row)
        .join(' · ')
        .match(/COM:\d+|DEP:\d+/)?.[0],
  );

test('every cell of a dataset is in its file, in order, and no secret is', async () => {
  const { status, headers, bytes } = await download(graph, '/datasets/ESS-FLORES.csv');
  const text = bytes.toString();
  expect([status, headers['content-type'], brief(bytes)]).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
    ['COM:92047', 'COM:92048', 'COM:92049', 'COM:92050', 'COM:92050', 'DEP:92', 'COM:92050', 'COM:92050'],
  ]);
  expect(text).not.toMatch(/SUPPRESSED_/);
  expect(text.split('\n').find((line) => line.includes('COM:92047'))).not.toMatch(/\b7\b/);
});

test.each([
  ['a territory', 'territories=DEP:92', ['DEP:92']],
  ['a territory in French', 'territoires=DEP:92', ['DEP:92']],
  [
    'an old code',
    'territories=COM:75050,DEP:92',
    ['COM:92050', 'COM:92050', 'DEP:92', 'COM:92050', 'COM:92050'],
  ],
  ['totals', 'dimensions=TOTAL&territories=COM:92050', ['COM:92050', 'COM:92050']],
  ['a family', 'dimensions=ESS_FAMILY:ASSOCIATION', ['COM:92050']],
  ['all families', 'dimensions=ESS_FAMILY', ['COM:92050', 'COM:92050']],
  ['a year', 'from=2022&to=2022', ['COM:92050']],
  ['an indicator that has nothing', 'indicators=ESS_FTE', []],
])('a file of %s', async (_what, parameters, expected) => {
  const { status, bytes } = await download(graph, `/datasets/ESS-FLORES.csv?${parameters}`);
  expect([status, brief(bytes)]).toEqual([200, expected]);
});

test('a file as of an instant is, byte for byte, the one that was made then', async () => {
  const before = await download(graph, '/datasets/ESS-FLORES.json-stat?asOf=2025-06-01T00:00:00Z');
  const other = await download(graph, '/datasets/ESS-FLORES.json-stat?asOf=2025-01-15T09:00:00%2B01:00');
  const now = await download(graph, '/datasets/ESS-FLORES.json-stat');
  const today = await download(graph, '/datasets/ESS-FLORES.json-stat?asOf=2026-03-02T10:00:00Z');
  expect(before.bytes.equals(other.bytes)).toBe(true);
  expect(now.bytes.equals(today.bytes)).toBe(true);
  expect([before.bytes.equals(now.bytes), before.headers['etag'] === now.headers['etag']]).toEqual([
    false,
    false,
  ]);
});

test('a repeated download is 304, without a body, until something changes', async () => {
  const address = '/datasets/ESS-FLORES.csv?territories=DEP:92';
  const first = await download(graph, address);
  const tag = first.headers['etag'] ?? '';
  const again = await download(graph, address, { headers: { 'if-none-match': `"x", W/${tag}` } });
  expect([tag.length, again.status, again.bytes.length, again.headers['etag']]).toEqual([66, 304, 0, tag]);
  await graph.db.query(`UPDATE dataset SET title = title || ' ' WHERE code = 'ESS-FLORES'`);
  const changed = await download(graph, address, { headers: { 'if-none-match': tag } });
  expect([changed.status, changed.headers['etag'] === tag]).toEqual([200, false]);
});

test('every fault of an address is told at once', async () => {
  const { status, bytes } = await download(
    graph,
    '/datasets/ESS-FLORES.xlsx?territories=Meudon&from=20&to=2020&to=2021&indicators=JOYS&dimensions=AGE&dialecte=excel-fr&asOf=hier&mois=3&isDemonstration=oui',
  );
  const [error] = JSON.parse(bytes.toString()).errors;
  expect([
    status,
    error.extensions.code,
    error.extensions.problems.map(({ code }: { code: string }) => code),
  ]).toEqual([
    400,
    'BAD_USER_INPUT',
    [
      ...[
        'PARAMETER_UNKNOWN',
        'YEAR_MALFORMED',
        'PARAMETER_TWICE',
        'PARAMETER_MALFORMED',
        'DIALECT_WITHOUT_CSV',
      ],
      ...['TERRITORY_MALFORMED', 'INDICATOR_UNKNOWN', 'DIMENSION_UNKNOWN', 'INSTANT_MALFORMED'],
    ],
  ]);
});

test('a dataset is described, with the columns of its tables; the catalogue names it', async () => {
  const described = await download(graph, '/datasets/ESS-FLORES');
  const schema = await download(graph, '/datasets/ESS-FLORES/schema.json');
  const catalogue = await download(graph, '/catalog.jsonld');
  const { bytes } = await download(graph, '/datasets/ESS-FLORES.csv');
  expect(JSON.parse(described.bytes.toString())).toMatchObject({
    ...{
      code: 'ESS-FLORES',
      indicators: ['ESS_JOBS'],
      dimensions: ['ESS_FAMILY'],
      firstYear: 2021,
      lastYear: 2022,
    },
    territories: [{ id: 'DEP:92', name: 'Hauts-de-Seine' }],
    schema: '/datasets/ESS-FLORES/schema.json',
  });
  const { fields }: { fields: { name: string }[] } = JSON.parse(schema.bytes.toString());
  expect(fields.map(({ name }) => name)).toEqual(Object.keys(rowsOf(bytes)[0] ?? {}));
  expect(catalogue.bytes.includes('/datasets/ESS-FLORES"')).toBe(true);
  const known = { headers: { 'if-none-match': catalogue.headers['etag'] ?? '' } };
  expect((await download(graph, '/catalog.jsonld', known)).status).toBe(304);
});

test.each([
  ['ESS-NOTHING', 404],
  ['ESS-NOTHING/schema.json', 404],
  ['ESS-NOTHING.csv', 404],
  ['ESS-FLORES.pdf', 404],
  ['ess.csv', 400],
  ['ESS-FLORES.csv?territories=COM:99999', 400],
  ['ESS-FLORES.csv?isDemonstration=true', 400],
  ['ESS-DEMO.csv?isDemonstration=true', 200],
])('%s is answered %i', async (file, status) => {
  expect((await download(graph, `/datasets/${file}`)).status).toBe(status);
});

const CREATE = `mutation ($input: CreateExportInput!) {
  createExport(input: $input) {
    __typename
    ... on ExportJob { id status url rowCount sha256 expiresAt query }
    ... on UserError { code message path }
    ... on ValidationError { problems { code path } }
  }
}`;
const READ = 'query ($id: ID!) { export(id: $id) { id status url rowCount sha256 expiresAt query } }';
type Shown = {
  __typename: string;
  id: string;
  status: string;
  url: string | null;
  sha256: string;
  query: string;
};

async function create(input: object, viewer: typeof AGENT | typeof PRODUCER = AGENT): Promise<Shown> {
  const { data, errors } = await graph.as(viewer).run(CREATE, { input });
  expect(errors).toBeUndefined();
  return data?.['createExport'] as Shown;
}
const read = async (id: string) => (await graph.run(READ, { id })).data?.['export'] as Shown;

test('an export is asked for, made, read by all; its query makes the same file again', async () => {
  const input = {
    datasetCode: 'ESS-FLORES',
    format: 'JSON_STAT',
    territories: ['COM:92050'],
    idempotencyKey: 'a',
  };
  const asked = await create(input);
  expect(asked).toEqual({
    __typename: 'ExportJob',
    id: asked.id,
    ...{ status: 'PENDING', url: null, rowCount: null, sha256: null, expiresAt: null },
    query: '/datasets/ESS-FLORES.json-stat?asOf=2026-01-15T08:00:00.000Z&territories=COM:92050',
  });
  expect((await create(input)).id).toBe(asked.id);
  expect(await create({ ...input, format: 'CSV' })).toMatchObject({ __typename: 'ConflictError' });
  await graph.runJobs();
  const made = await read(asked.id);
  expect(made).toMatchObject({
    ...{ status: 'DONE', rowCount: 4, expiresAt: expect.stringMatching(/^2026-03-09T10:0/) },
    url: `/files/observatory/exports/${asked.id}/ESS-FLORES.json-stat`,
  });
  const file = await download(graph, made.url ?? '');
  const again = await download(graph, made.query);
  expect([createHash('sha256').update(file.bytes).digest('hex'), file.bytes.equals(again.bytes)]).toEqual([
    made.sha256,
    true,
  ]);
  expect([file.headers['etag'], file.headers['content-length'], file.headers['content-disposition']]).toEqual(
    [`"${made.sha256}"`, String(file.bytes.length), 'attachment; filename="ESS-FLORES.json-stat"'],
  );
  const known = await download(graph, made.url ?? '', { headers: { 'if-none-match': `"${made.sha256}"` } });
  const part = await download(graph, made.url ?? '', { headers: { range: 'bytes=2-5' } });
  const beyond = await download(graph, made.url ?? '', { headers: { range: `bytes=${file.bytes.length}-` } });
  expect([known.status, part.status, part.bytes.toString(), beyond.status]).toEqual([
    304,
    206,
    file.bytes.subarray(2, 6).toString(),
    416,
  ]);
});

test('a visitor asks for no export; a wrong demand is told everything at once', async () => {
  const input = { datasetCode: 'ESS-FLORES', format: 'CSV', idempotencyKey: 'v' };
  expect((await graph.run(CREATE, { input })).data?.['createExport']).toMatchObject({
    __typename: 'PermissionError',
  });
  expect(
    await create({
      ...input,
      territories: ['Meudon'],
      period: { from: 2022, to: 2020 },
      idempotencyKey: ' ',
    }),
  ).toMatchObject({
    __typename: 'ValidationError',
    problems: [
      { code: 'IDEMPOTENCY_KEY_MALFORMED', path: ['idempotencyKey'] },
      { code: 'TERRITORY_MALFORMED', path: ['territories'] },
      { code: 'PERIOD_REVERSED', path: ['period', 'from'] },
    ],
  });
  expect(await create({ ...input, datasetCode: 'ESS-NOTHING' })).toMatchObject({
    __typename: 'NotFoundError',
    path: ['datasetCode'],
  });
});

test('a process that dies while it writes leaves an export that the next one makes whole', async () => {
  const { id } = await create({ datasetCode: 'ESS-FLORES', format: 'CSV', idempotencyKey: 'killed' });
  // As left by a process that took the job and was killed: it is running, and half of a file is in no place.
  await graph.db.query(`UPDATE export_job SET status = 'RUNNING' WHERE id = $1`, [id]);
  await graph.db.query(
    `UPDATE observatory_jobs.job SET state = 'active', started_on = now() - interval '2 minutes',
            heartbeat_on = now() - interval '1 minute' WHERE data ->> 'id' = $1`,
    [id],
  );
  await graph.open.jobs.reclaim();
  await graph.runJobs();
  const made = await read(id);
  expect(made.status).toBe('DONE');
  const [file, direct] = [await download(graph, made.url ?? ''), await download(graph, made.query)];
  expect(file.bytes.equals(direct.bytes)).toBe(true);
});

test('an export that cannot be made is said to have failed', async () => {
  const { id } = await create({ datasetCode: 'ESS-FLORES', format: 'CSV', idempotencyKey: 'fails' });
  await graph.db.query(`UPDATE export_job SET query = '/datasets/nothing' WHERE id = $1`, [id]);
  await graph.runJobs();
  expect((await read(id)).status).toBe('FAILED');
});

test('nobody has more than five exports waiting', async () => {
  for (let n = 0; n < 5; n += 1) {
    await create({ datasetCode: 'ESS-FLORES', format: 'CSV', idempotencyKey: `many ${n}` }, PRODUCER);
  }
  const sixth = { datasetCode: 'ESS-FLORES', format: 'CSV', idempotencyKey: 'many 6' };
  expect(await create(sixth, PRODUCER)).toMatchObject({ __typename: 'ConflictError' });
  expect(await create(sixth, AGENT)).toMatchObject({ __typename: 'ExportJob' });
  await graph.runJobs();
});

test('a file that shows what was hidden since is served no more', async () => {
  const { id } = await create({ datasetCode: 'ESS-FLORES', format: 'CSV', idempotencyKey: 'hidden' });
  await graph.runJobs();
  const { url, query } = await read(id);
  const before = await download(graph, query);
  await graph.db.query(
    `UPDATE observation SET secret_since = '2026-03-01T00:00:00Z' WHERE dataset_code = 'ESS-FLORES' AND territory_id = 'DEP:92'`,
  );
  const after = await download(graph, query, { headers: { 'if-none-match': before.headers['etag'] ?? '' } });
  expect([(await read(id)).status, (await download(graph, url ?? '')).status, after.status]).toEqual([
    'EXPIRED',
    410,
    200,
  ]);
  expect([before.bytes.includes('48000'), after.bytes.includes('48000')]).toEqual([true, false]);
});
