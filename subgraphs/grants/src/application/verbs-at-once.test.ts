import { clockSetTo } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportsOfEdition } from '../agreement/an-award.fixture.ts';
import { COMPLETE_FORM } from '../application-form/application-form.fixture.ts';
import { SUBJECT, tracedApplication } from '../personal-data/traces.fixture.ts';
import { aGrid, assignCleared, seat } from '../review/jury.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { JURORS, sceneOf, send, type Verb, verbsOn } from '../testing/verbs.fixture.ts';

const CLIENTS = 8;
const TURNS = 300;
const ERASED = ['PERSON:agent', 'PERSON:applicant', 'PERSON:agent-2'];

let graph: TestSubgraph;
let ids: string[];
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2025-12-15T10:00:00Z') });
  await aGrid(graph);
  await reportsOfEdition(graph.db);
  for (const juror of JURORS) await seat(graph, juror);
  await graph.db.query(
    `UPDATE call SET published_at = '2025-11-01', max_per_project_cents = 1500000 WHERE id = 'CALL:4'`,
  );
  ids = [];
  for (const state of ['AUDITIONED', 'SHORTLISTED', 'UNDER_REVIEW', 'DRAFT', 'DRAFT'] as const) {
    const id = await anApplication(graph.db, { state });
    await graph.db.query(`INSERT INTO application_form VALUES ($1, $2, '2025-12-01')`, [id, COMPLETE_FORM]);
    for (const kind of ['STATUTES', 'BANK_DETAILS']) {
      await graph.db.query(
        `INSERT INTO attachment VALUES (gen_random_uuid(), $1, $2, 'a.pdf', 9, repeat('a', 64), 'application/pdf', 'CLEAN', '',
           '2025-12-01', '2025-12-02', NULL, '2025-12-01')`,
        [id, kind],
      );
    }
    for (const juror of state === 'UNDER_REVIEW' ? JURORS : []) await assignCleared(graph, juror, id);
    ids.push(id);
  }
});
afterAll(() => graph.stop());

test('whatever is done at once, nobody waits for good and nothing is a fault', async () => {
  // The same verbs in the same order each time, by a generator of Lehmer.
  let seed = 4815;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const answers = new Map<string, number>();
  let turn = 0;
  const client = async () => {
    while (turn < TURNS) {
      turn += 1;
      const verbs = verbsOn(await sceneOf(graph, ids, { at: next(ids.length), turn, erased: ERASED }));
      const verb = verbs[next(verbs.length)];
      if (verb === undefined) continue;
      const answer = await send(graph, verb);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  expect([...answers.keys()].filter((answer) => answer.startsWith('FAULT'))).toEqual([]);
  // Enough of it is done for the refusals not to be all that was tried.
  expect([...answers.keys()].filter((answer) => answer.endsWith('Success')).length).toBeGreaterThan(12);
});

/** What belongs to an application: nobody holds a row of it who does not hold the application. */
const PARTS = [
  'application_transition',
  'review_assignment',
  'review',
  'award',
  'agreement',
  'payment',
  'report',
].concat([
  'letter',
  'attachment',
  'application_form',
  'information_request',
  'audition_slot',
  'payment_cancellation',
]);

/** Sends a verb while somebody holds its application; the parts of it that the verb holds while it waits. */
async function heldMeanwhile(id: string, verb: Verb): Promise<string[]> {
  const held: string[] = [];
  let sent: Promise<string> | undefined;
  await graph.db.transaction(async (tx) => {
    await tx.query('SELECT FROM application WHERE id = $1 FOR UPDATE', [id]);
    let isOver = false;
    sent = send(graph, verb).finally(() => {
      isOver = true;
    });
    const [holder]: { pid: number }[] = await tx.query('SELECT pg_backend_pid() AS pid');
    const isWaiting = async () => {
      const waiting: unknown[] = await graph.db.query(
        'SELECT 1 FROM pg_stat_activity each WHERE $1 = ANY(pg_blocking_pids(each.pid))',
        [holder?.pid],
      );
      return waiting.length > 0;
    };
    while (!isOver && !(await isWaiting()));
    for (const part of PARTS) {
      await tx.query('SAVEPOINT look');
      await tx
        .query(`SELECT FROM ${part} WHERE application_id = $1 FOR UPDATE NOWAIT`, [id])
        .catch(() => held.push(part));
      await tx.query('ROLLBACK TO look');
    }
  });
  expect(await sent).not.toMatch(/^FAULT/);
  return held;
}

test('every verb holds an application before anything of it', async () => {
  const held: [string, string[]][] = [];
  const scene = async () => {
    await graph.db.query(`UPDATE call SET envelope_total_cents = NULL WHERE id = 'CALL:4'`);
    const id = await tracedApplication(graph.db, 'AWARDED');
    await graph.db.query(`INSERT INTO agreement VALUES ($1, '2025-12-01', '2025-12-01', '2026-12-01')`, [id]);
    return sceneOf(graph, [id], { at: 0, turn: 0, erased: [SUBJECT] });
  };
  const count = verbsOn(await scene()).length;
  for (let at = 0; at < count; at += 1) {
    const now = await scene();
    const verb = verbsOn({ ...now, turn: at === count - 1 ? 0 : 1 })[at] ?? expect.fail('no verb');
    held.push([verb.name, await heldMeanwhile(now.id, verb)]);
  }
  expect(held).toEqual(held.map(([name]) => [name, []]));
});
