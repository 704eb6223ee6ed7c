import { DOMAINS } from '@graphess/platform';
import { namesOf, provisionDatabase } from '@graphess/subgraph-kit';
import { createTestDatabase, type TestDatabase } from '@graphess/subgraph-kit/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { domains } from '../subgraphs.ts';

const TABLE: Record<string, string> = {
  grants: 'application',
  observatory: 'observation',
  events: 'event',
  procurement: 'siae',
  access: 'idempotency_key',
};
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(DOMAINS.map((name) => domains[name]));
  await provisionDatabase(database.url, DOMAINS);
});
afterAll(() => database.drop());

test.each(DOMAINS)('the role of %s reads its own schema and no other', async (own) => {
  const client = new Client({ connectionString: database.url, options: `-c role=${namesOf(own).runtime}` });
  await client.connect();
  const outcomes: Record<string, string> = {};
  for (const name of DOMAINS) {
    outcomes[name] = await client.query(`SELECT 1 FROM ${name}.${TABLE[name]} LIMIT 1`).then(
      () => 'read',
      (error: Error) => error.message,
    );
  }
  await client.end();
  expect(outcomes).toEqual(
    Object.fromEntries(
      DOMAINS.map((name) => [name, name === own ? 'read' : `permission denied for schema ${name}`]),
    ),
  );
});
