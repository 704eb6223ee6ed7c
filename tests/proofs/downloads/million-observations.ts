import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  createLog,
  dataSourceOf,
  ensureDatabase,
  folderStorage,
  migrate,
  type OpenSubgraph,
  openSubgraph,
  provisionDatabase,
  runRoute,
  VISITOR,
} from '../../../packages/subgraph-kit/src/index.ts';
import { dimensionOf } from '../../../subgraphs/observatory/src/cube/dimension.catalogue.ts';
import { observatory } from '../../../subgraphs/observatory/src/observatory.ts';
import { onLocalPostgres } from '../../hostile/on-local-postgres.ts';

/**
 * `npm run prove -- downloads [format]`: 1,000,000 observations in PostgreSQL, downloaded directly and exported by a job, in each
 * format that can hold them. Prints time, size and memory; exits with 1 when the two files of a format differ, when a
 * repeated download is no 304, or when memory follows the rows.
 */
/** The program with its pools and garbage; whoever kept a file, or its rows, would need more. */
const MEMORY_ALLOWED_MIB = 600;
const FORMATS = ['csv', 'jsonl', 'sdmx-csv', 'parquet', 'xlsx', 'json-stat'] as const;
const KEY = {
  kind: 'key',
  subject: 'proof',
  roles: [],
  scopes: ['statistics:read'],
  organization: null,
} as const;

const say = (text: string) => process.stdout.write(`${text}\n`);
const rss = () => process.memoryUsage.rss() / 1024 / 1024;

/**
 * A thousand places × 14 years × 72 details, up to a million cells, one in seven hidden. What the proof reads is not what it
 * proves to write: that a cell has one value at an instant is left unchecked.
 */
async function insertMillion(url: string): Promise<void> {
  const details = ['', ...dimensionOf('SECTOR_A88').values.keys()].map((code) =>
    code === '' ? '' : `SECTOR_A88=${code}`,
  );
  const client = await dataSourceOf(observatory, {
    url,
    as: 'owner',
    limits: { statementMs: 0 },
  }).initialize();
  await client.query(`
    ALTER TABLE observation_revision DROP CONSTRAINT observation_revision_instant_excl;
    INSERT INTO source (id, producer, title, citation) VALUES ('proof', 'Preuve', 'Preuve', 'Preuve.');
    INSERT INTO dataset (code, title, licence, producer, update_frequency, is_demonstration)
      VALUES ('ESS-PREUVE', 'Preuve', 'Sans objet', 'Preuve', 'Une fois', false);
    INSERT INTO vintage (id, dataset_code, label, released_at, first_loaded_at, source_id)
      VALUES ('DS:ESS-PREUVE/1', 'ESS-PREUVE', '1', '2026-01-01', '2026-01-01', 'proof');
    INSERT INTO territory (id, name, level)
      SELECT 'COM:' || lpad(n::text, 5, '0'), 'Commune ' || n, 'COMMUNE' FROM generate_series(1001, 2000) AS n;`);
  await client.query(
    `INSERT INTO observation (id, dataset_code, indicator_code, territory_id, period, is_demonstration, breakdown, secret_since)
     SELECT 'OBS:' || c, 'ESS-PREUVE', 'ESS_JOBS', 'COM:' || lpad((1001 + c % 1000)::text, 5, '0'), 2010 + (c / 1000) % 14,
            false, ($1::text[])[1 + c / 14000], CASE WHEN c % 7 = 3 THEN timestamptz '2026-01-01' END
       FROM generate_series(0, 999999) AS c`,
    [details],
  );
  await client.query(`
    INSERT INTO observation_revision (id, observation_id, vintage_id, valid_from, value, status, approximate, source_ids,
                                      comparable_with_previous)
      SELECT 'REV:' || c, 'OBS:' || c, 'DS:ESS-PREUVE/1', '2026-01-01', c % 9973, 'NORMAL', false, '{proof}', true
        FROM generate_series(0, 999999) AS c;
    ANALYZE;`);
  await client.destroy();
}

type Got = { status: number; bytes: number; sha256: string; etag: string; peakMiB: number; seconds: number };

/** Reads a route as a client does that keeps nothing of it. */
async function get(open: OpenSubgraph, address: string, headers: Record<string, string> = {}): Promise<Got> {
  const url = new URL(address, 'http://localhost');
  const path = url.pathname.replace('/files/observatory', '').split('/');
  const route = open.subgraph.routes.find(
    ({ method, path: declared }) =>
      method === 'GET' && declared.split('/').length === path.length && declared.split('/')[1] === path[1],
  );
  if (route === undefined) throw new RangeError(address);
  const names = route.path.split('/');
  const start = performance.now();
  const answer = await runRoute(open, route, {
    viewer: VISITOR,
    requestId: 'proof',
    params: Object.fromEntries(
      names.flatMap((name, index) => (name.startsWith(':') ? [[name.slice(1), path[index] ?? '']] : [])),
    ),
    query: url.searchParams,
    headers,
    body: Readable.from([]),
    signal: new AbortController().signal,
  });
  const hash = createHash('sha256');
  let bytes = 0;
  let peakMiB = rss();
  for await (const chunk of Readable.from(answer.body ?? [])) {
    hash.update(chunk);
    bytes += chunk.length;
    peakMiB = Math.max(peakMiB, rss());
  }
  const seconds = (performance.now() - start) / 1_000;
  return {
    status: answer.status,
    bytes,
    sha256: hash.digest('hex'),
    etag: answer.headers?.['etag'] ?? '',
    peakMiB,
    seconds,
  };
}

async function exported(
  open: OpenSubgraph,
  format: string,
): Promise<{ url: string; rowCount: number; seconds: number }> {
  const start = performance.now();
  const ctx = open.newContext(KEY, 'proof');
  const { data } = await open.execute(
    {
      query:
        'mutation ($i: CreateExportInput!) { createExport(input: $i) { ... on ExportJob { id } ... on UserError { message } } }',
      variables: {
        i: {
          datasetCode: 'ESS-PREUVE',
          format: format.toUpperCase().replace('-', '_'),
          idempotencyKey: format,
        },
      },
    },
    ctx,
  );
  const id = (data?.['createExport'] as { id: string } | undefined)?.id ?? '';
  await open.jobs.runAll();
  const read = await open.execute(
    { query: 'query ($id: ID!) { export(id: $id) { url rowCount } }', variables: { id } },
    open.newContext(KEY, 'proof'),
  );
  return {
    ...(read.data?.['export'] as { url: string; rowCount: number }),
    seconds: (performance.now() - start) / 1_000,
  };
}

const [, , , only] = process.argv;
let broken = 0;
const keep = (promise: string, held: boolean) => {
  if (!held) broken += 1;
  say(`    ${held ? 'kept  ' : 'BROKEN'}  ${promise}`);
};

await onLocalPostgres(async (server) => {
  const url = new URL(server);
  url.pathname = '/proof';
  const databaseUrl = url.toString();
  const folder = mkdtempSync(join(tmpdir(), 'graphess-proof-'));
  await ensureDatabase(databaseUrl);
  await provisionDatabase(databaseUrl, ['observatory']);
  await migrate(observatory, databaseUrl);
  const open = await openSubgraph(observatory, {
    databaseUrl,
    clock: () => new Date(),
    log: createLog({ name: 'proof', level: 'warn', pretty: true }),
    storage: folderStorage(folder),
    statementTimeoutMs: 0,
  });
  try {
    const start = performance.now();
    await insertMillion(databaseUrl);
    say(
      `1 000 000 observations inserted in ${((performance.now() - start) / 1_000).toFixed(0)} s; memory ${rss().toFixed(0)} MiB`,
    );
    for (const format of FORMATS.filter((each) => only === undefined || each === only)) {
      const address = `/datasets/ESS-PREUVE.${format}`;
      const direct = await get(open, address);
      const again = await get(open, address, { 'if-none-match': direct.etag });
      const job = await exported(open, format);
      const file = await get(open, job.url);
      say(
        `${format.padEnd(10)} ${(direct.bytes / 1e6).toFixed(1).padStart(7)} MB · direct ${direct.seconds.toFixed(1)} s, peak ${direct.peakMiB.toFixed(0)} MiB · 304 in ${(again.seconds * 1_000).toFixed(0)} ms · job ${job.seconds.toFixed(1)} s, ${job.rowCount} rows, memory ${rss().toFixed(0)} MiB`,
      );
      keep('the file of the job is that of the address', direct.sha256 === file.sha256 && direct.bytes > 1e6);
      keep('a repeated download is 304, and sends nothing', again.status === 304 && again.bytes === 0);
      keep('a million rows', job.rowCount === 1_000_000);
      keep('memory does not follow the rows', Math.max(direct.peakMiB, rss()) < MEMORY_ALLOWED_MIB);
    }
  } finally {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
process.exitCode = broken === 0 ? 0 : 1;
