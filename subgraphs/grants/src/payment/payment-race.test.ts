import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAward } from '../agreement/an-award.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';

let graph: TestSubgraph;
let owner: Client;
beforeAll(async () => {
  graph = await loadedGrants();
  owner = new Client({ connectionString: graph.url });
  await owner.connect();
  await owner.query('SET search_path = grants, extensions');
});
afterAll(async () => {
  await owner.end();
  await graph.stop();
});

const CLIENTS = 12;
const CENTS = 30_000;

/** Clients that look whether there is room, and then pay; what each of them was told. */
async function payAtOnce(id: string): Promise<boolean[]> {
  return Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      try {
        return await graph.db.transaction(async (tx) => {
          const [room]: { room: boolean }[] = await tx.query(
            `SELECT $2 + coalesce((SELECT sum(cents) FROM payment WHERE application_id = $1), 0) <= awarded_cents AS room
               FROM application WHERE id = $1`,
            [id, CENTS],
          );
          // All look before one pays.
          await tx.query('SELECT pg_sleep(0.05)');
          if (room?.room !== true) return false;
          await tx.query(
            `INSERT INTO payment (id, application_id, number, cents, due_on, paid_on, reference, recorded_by, recorded_at)
             VALUES (gen_random_uuid(), $1, $2, $3, '2026-07-01', '2026-07-01', 'M', 'PERSON:agent', now())`,
            [id, client + 1, CENTS],
          );
          return true;
        });
      } catch {
        return false;
      }
    }),
  );
}

async function sums(id: string): Promise<{ paid: number; ofCall: number; rows: number }> {
  const [row] = await graph.db.query(
    `SELECT sum(cents)::int AS paid, count(*)::int AS rows,
            (SELECT paid_cents::int FROM call WHERE id = 'CALL:4') AS "ofCall"
       FROM payment WHERE application_id = $1`,
    [id],
  );
  return row;
}

test('payments made at once never exceed the award, and the edition counts those that were acknowledged', async () => {
  const id = await anAward(graph.db, { cents: 100_000 });
  // Another award, so that what the edition committed is not what stops them.
  await anAward(graph.db, { cents: 800_000 });
  const acknowledged = (await payAtOnce(id)).filter(Boolean).length;
  expect(acknowledged).toBe(3);
  expect(await sums(id)).toEqual({ paid: 3 * CENTS, ofCall: 3 * CENTS, rows: 3 });
});

test('without its trigger the same clients overrun the award', async () => {
  const id = await anAward(graph.db, { cents: 100_000 });
  await owner.query('ALTER TABLE payment DISABLE TRIGGER keep_payments_within_award');
  try {
    await payAtOnce(id);
  } finally {
    await owner.query('ALTER TABLE payment ENABLE TRIGGER keep_payments_within_award');
  }
  expect((await sums(id)).paid).toBeGreaterThan(100_000);
});
