import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessTokenOf } from '../testing/access-token-of.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

/**
 * A vintage, from the file of a producer to the pages of its readers, over HTTP with real tokens. Three communes have
 * three structures each, two of them in the directory with their headcounts: Antony, Bagneux and Bois-Colombes.
 */
let graph: TestPlatform;
let producer: Record<string, string>;
let partner: Record<string, string>;

beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process', env: { MAX_COST: '5000' } });
  producer = { authorization: `Bearer ${await accessTokenOf(graph.url, 'producer')}` };
  partner = { authorization: `Bearer ${await accessTokenOf(graph.url, 'partner')}` };
});
afterAll(() => graph.stop());

type Row = Record<string, unknown>;

async function ask<Data>(
  query: string,
  variables: Row = {},
  headers: Record<string, string> = {},
): Promise<Data> {
  const { data, errors } = await graph.query(query, variables, headers);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data as Data;
}

const HEADER = 'indicator,territory,period,ess_family,value,status,units,largest\n';
const THREE_UNITS = [
  { commune: '92002', jobs: 90, told: [30, 25] },
  { commune: '92007', jobs: 60, told: [20, 22] },
  { commune: '92009', jobs: 75, told: [41, 12] },
];

const PLAIN = { units: 40, largest: 200 };
const FILE_1 =
  HEADER +
  [
    ...THREE_UNITS.map(({ commune, jobs }) => `ESS_JOBS,COM:${commune},2021,,${jobs},,3,45`),
    `ESS_JOBS,COM:92050,2021,,5000,,${PLAIN.units},${PLAIN.largest}`,
    `PRIVATE_JOBS,COM:92050,2021,,50000,,900,4000`,
  ].join('\n');
const FILE_2 = FILE_1.replace('5000,,40', '5100,,40');

const PUBLISH = `mutation ($input: PublishVintageInput!) {
  publishVintage(input: $input) {
    __typename
    ... on PublishVintageSuccess {
      inserted revised deleted
      disclosure { suppressedPrimary suppressedSecondary recoverableCells }
      vintage { id label }
    }
    ... on PublishVintageRejected { message rowErrors { line column code message } }
    ... on UserError { code message path }
  }
}`;

let keys = 0;
const key = (): string => {
  keys += 1;
  return `story-${keys}`;
};

async function upload(text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const { createUpload } = await ask<{ createUpload: { id: string; url: string } }>(
    `mutation ($input: CreateUploadInput!) { createUpload(input: $input) {
      ... on Upload { id url } ... on UserError { code message } } }`,
    {
      input: {
        fileName: 'cellules.csv',
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        idempotencyKey: key(),
      },
    },
    producer,
  );
  const sent = await fetch(createUpload.url, { method: 'PUT', body: bytes, headers: producer });
  expect(sent.status).toBeLessThan(300);
  return createUpload.id;
}

async function publish(
  text: string,
  label: string,
  dryRun: boolean,
  reason: string | null = null,
): Promise<Row> {
  const input = {
    datasetCode: 'ESS-FLORES',
    label,
    geographyDate: '2024-01-01',
    uploadId: await upload(text),
    idempotencyKey: key(),
    dryRun,
    reason,
  };
  // Sent again under the same key, a publication that takes long gives its result.
  for (;;) {
    const { publishVintage } = await ask<{ publishVintage: Row }>(PUBLISH, { input }, producer);
    if (publishVintage['__typename'] !== 'PublicationRunning') return publishVintage;
  }
}

const AS_OF = `query ($asOf: DateTime!) {
  territory(code: "COM:92050") {
    now: indicators(codes: ["ESS_JOBS_SHARE"], period: { from: 2021, to: 2021 }) {
      value status vintage { label } revisions { value validFrom validTo reason }
    }
    asPrinted: indicators(codes: ["ESS_JOBS_SHARE"], period: { from: 2021, to: 2021 }, asOf: $asOf) {
      value status vintage { label }
    }
  }
}`;

const instants: string[] = [];
const exported: Buffer[] = [];

const file = async (name: string, query = ''): Promise<Response> =>
  fetch(`${graph.url}/datasets/${name}${query}`);

test('only a producer publishes', async () => {
  const { publishVintage } = await ask<{ publishVintage: Row }>(
    PUBLISH,
    {
      input: {
        datasetCode: 'ESS-FLORES',
        label: 'x',
        geographyDate: '2024-01-01',
        uploadId: 'x',
        idempotencyKey: key(),
      },
    },
    partner,
  );
  expect(publishVintage['code']).toBe('PERMISSION');
});

test('a dry run counts as the real one does, and writes nothing', async () => {
  const dry = await publish(FILE_1, 'Flores 2021', true);
  expect(dry).toMatchObject({ __typename: 'PublishVintageSuccess', revised: 0, deleted: 0, vintage: null });
  const { dataset } = await ask<{ dataset: Row }>('{ dataset(code: "ESS-FLORES") { vintages { label } } }');
  expect(dataset).toEqual({ vintages: [] });
  const real = await publish(FILE_1, 'Flores 2021', false);
  expect({ ...real, vintage: null }).toEqual(dry);
  expect(real['vintage']).toMatchObject({ label: 'Flores 2021' });
  instants.push(new Date().toISOString());
  exported.push(Buffer.from(await (await file('ESS-FLORES.csv')).arrayBuffer()));
});

test('a revision tells what changed and why; the figure as it was printed is still there', async () => {
  const revised = await publish(FILE_2, 'Flores 2021 révisé', false, 'Correction d’un établissement');
  expect(revised).toMatchObject({ __typename: 'PublishVintageSuccess', inserted: 0, deleted: 0 });
  const { territory } = await ask<{ territory: { now: Row[]; asPrinted: Row[] } }>(AS_OF, {
    asOf: instants[0],
  });
  expect(territory.now[0]).toMatchObject({ value: 0.102, vintage: { label: 'Flores 2021 révisé' } });
  expect(territory.now[0]?.['revisions']).toMatchObject([
    { value: 0.1, reason: null },
    { value: 0.102, validTo: null, reason: 'Correction d’un établissement' },
  ]);
  expect(territory.asPrinted[0]).toMatchObject({ value: 0.1, vintage: { label: 'Flores 2021' } });
});

test('the file of an instant is, byte for byte, the one made at that instant; the same again is 304', async () => {
  const before = await file('ESS-FLORES.csv', `?asOf=${instants[0]}`);
  expect(Buffer.from(await before.arrayBuffer()).equals(exported[0] ?? Buffer.alloc(0))).toBe(true);
  const etag = before.headers.get('etag') ?? '';
  const again = await fetch(`${graph.url}/datasets/ESS-FLORES.csv?asOf=${instants[0]}`, {
    headers: { 'if-none-match': etag },
  });
  expect([etag === '', again.status]).toEqual([false, 304]);
});

test('a job makes the same file as the address, with its hash and the query that made it', async () => {
  const { createExport } = await ask<{ createExport: { id: string; query: string } }>(
    `mutation ($input: CreateExportInput!) { createExport(input: $input) {
      ... on ExportJob { id status query } ... on UserError { code message path } } }`,
    {
      input: { datasetCode: 'ESS-FLORES', format: 'CSV', asOf: instants[0], idempotencyKey: key() },
    },
    partner,
  );
  const job = () =>
    ask<{ export: { status: string; url: string | null; sha256: string | null } }>(
      'query ($id: ID!) { export(id: $id) { status url sha256 rowCount expiresAt } }',
      { id: createExport.id },
      partner,
    );
  await expect.poll(async () => (await job()).export.status, { timeout: 20_000 }).toBe('DONE');
  const { url, sha256 } = (await job()).export;
  const made = Buffer.from(await (await fetch(url ?? '', { headers: partner })).arrayBuffer());
  expect(createHash('sha256').update(made).digest('hex')).toBe(sha256);
  expect(made.equals(exported[0] ?? Buffer.alloc(0))).toBe(true);
});

test('every problem of a file is told at once, by line and column, and nothing is written', async () => {
  const rejected = await publish(
    `${HEADER}ESS_JOBS,COM:92050,2021,,douze,,,\nESS_JOBS,COM:75050,2021,,4,,,\nESS_JOBS_SHARE,COM:92050,2021,,0.1,,,\nESS_JOBS,COM:92002,2021,,12,secret,,\n`,
    'Faux',
    false,
  );
  expect(rejected['__typename']).toBe('PublishVintageRejected');
  const errors = rejected['rowErrors'] as { line: number; column: string; code: string; message: string }[];
  expect(errors.map(({ line, column }) => [line, column])).toEqual([
    [2, 'value'],
    [3, 'territory'],
    [4, 'indicator'],
    [5, 'value'],
  ]);
  expect(errors.every(({ code, message }) => /^[A-Z_]+$/.test(code) && message.length > 10)).toBe(true);
});

test('X5: two headcounts of the directory never leave the third of a published figure', async () => {
  const procurement = graph.open.get('procurement') ?? expect.fail('procurement is not open');
  let number = 0;
  for (const { commune, told } of THREE_UNITS) {
    for (const headcount of told) {
      number += 1;
      await procurement.db.query(
        `INSERT INTO siae (id, organization_id, siret, territory_id, kind, sectors, presta_types, labels,
                           employees_insertion, is_club_member, completeness, is_demonstration, source_ids, updated_at,
                           sectors_folded)
         VALUES ($1, $2, $3, $4, 'EI', '{}', '{}', '{}', $5, false, 0.5, false, '{x}', now(), '')`,
        [
          `SIAE:x5-${number}`,
          `ORG:x5-${number}`,
          `1${String(number).padStart(13, '0')}`,
          `COM:${commune}`,
          headcount,
        ],
      );
    }
  }
  const QUERY = `query ($in: String!) {
    territory(code: $in) {
      indicators(codes: ["ESS_JOBS"], period: { from: 2021, to: 2021 }) { value }
      inclusiveSummary { insertionJobs }
    }
    siaes(first: 100, filter: { locatedIn: $in, isDemonstration: false }) { nodes { employeesInsertion } }
    some: siaes(first: 1, filter: { locatedIn: $in, isDemonstration: false, minEmployees: 1 }) { totalCount }
  }`;
  const thirds = async (): Promise<(number | null)[]> =>
    Promise.all(
      THREE_UNITS.map(async ({ commune }) => {
        const { territory, siaes, some } = await ask<{
          territory: { indicators: [{ value: number | null }] };
          siaes: { nodes: { employeesInsertion: number | null }[] };
          some: { totalCount: number };
        }>(QUERY, { in: `COM:${commune}` });
        const counts = siaes.nodes.map(({ employeesInsertion }) => employeesInsertion);
        const total = territory.indicators[0].value;
        if (total === null || counts.includes(null)) return some.totalCount === 0 ? null : Number.NaN;
        return counts.reduce<number>((rest, each) => rest - (each ?? 0), total);
      }),
    );
  await procurement.catchUp();
  expect(await thirds()).toEqual([null, null, null]);
  // Without what the observatory tells the directory, a subtraction is enough.
  await procurement.db.query('DELETE FROM headcount_shield_copy');
  expect(await thirds()).toEqual([35, 18, 22]);
});
