import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { type OpenSubgraph, openSubgraph } from '../open-subgraph.ts';
import { library } from '../testing/library/library.fixture.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { VISITOR } from '../viewer.ts';

let database: TestDatabase;
let open: OpenSubgraph;
let outsider: Client;
beforeAll(async () => {
  database = await createTestDatabase([library]);
  open = await openSubgraph(library, {
    databaseUrl: database.url,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    poolSize: 2,
    statementTimeoutMs: 300,
  });
  outsider = new Client({ connectionString: database.url });
  await outsider.connect();
});
afterAll(async () => {
  await outsider.end();
  await open.close();
  await database.drop();
});

const ask = async (query: string) => {
  const { data, errors } = await open.execute({ query }, open.newContext(VISITOR, 'request-1'));
  return { data: { ...data }, extensions: errors?.map(({ extensions }) => extensions) ?? [] };
};
const gone = { code: 'SUBGRAPH_UNAVAILABLE', domain: 'library', requestId: 'request-1' };
const overloaded = { ...gone, code: 'OVERLOADED' };

test('a statement that takes too long is a domain that does not answer', async () => {
  expect(await ask('{ failure(kind: "slow") }')).toEqual({ data: { failure: null }, extensions: [gone] });
});

test('sessions that the server ends fail what they were doing, and the next requests are answered', async () => {
  const asked = ask('{ failure(kind: "slow") }');
  await outsider.query(
    `SELECT pg_sleep(0.1), pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  expect(await asked).toEqual({ data: { failure: null }, extensions: [gone] });
  // The end of an idle connection may be told after the next request took it.
  await expect
    .poll(() => ask('{ failure(kind: "none") authors { id } }'))
    .toEqual({ data: { failure: 'none', authors: [] }, extensions: [] });
  expect((await open.readiness()).database).toBe(true);
});

test('when all connections are taken a request is refused, and the readiness of the database stays true', async () => {
  const holders = await Promise.all([1, 2].map(() => open.db.connection.createQueryRunner()));
  await Promise.all(holders.map((each) => each.connect()));
  expect(await ask('{ failure(kind: "query") }')).toEqual({
    data: { failure: null },
    extensions: [overloaded],
  });
  expect((await open.readiness()).database).toBe(true);
  await Promise.all(holders.map((each) => each.release()));
  expect(await ask('{ failure(kind: "none") }')).toEqual({ data: { failure: 'none' }, extensions: [] });
});

test('a lock that another holds is waited for a second', async () => {
  await outsider.query('BEGIN; LOCK TABLE library.book IN ACCESS EXCLUSIVE MODE');
  const patient = await openSubgraph(library, {
    databaseUrl: database.url,
    clock: systemClock,
    log: pino({ level: 'silent' }),
  });
  const { errors } = await patient.execute(
    { query: '{ failure(kind: "constraint") }' },
    patient.newContext(VISITOR, 'request-1'),
  );
  await outsider.query('ROLLBACK');
  await patient.close();
  expect(errors?.map(({ extensions }) => extensions)).toEqual([overloaded]);
});
