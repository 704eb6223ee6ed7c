import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TRACK_EVERY_REVISION } from '../migrations/1767227750000-public-faces.ts';
import { anObservatory } from '../observatory.fixture.ts';
import {
  ACTOR,
  cellsOf,
  communesOf,
  type Line,
  publishCells,
  VALLEE_SUD,
} from '../publication/publish.fixture.ts';
import { takeBack } from '../publication/take-back.ts';
import { follow, snapshot } from './follow-changes.fixture.ts';

/** As many as a test may take. `npm run prove -- properties` lives through many more, from another seed. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 2);
const SEED = Number(process.env['PROPERTIES_SEED'] ?? 92);

let graph: TestSubgraph;
let communes: string[];
beforeAll(async () => {
  graph = await anObservatory();
  communes = await communesOf(graph.db, VALLEE_SUD);
});
afterAll(() => graph.stop());

/** The communes of an EPT in a year of its own: the first has `secret` jobs in two units, the others as told. */
const linesOf = (period: number, secret: number, others = 40): Line[] =>
  communes.map(
    (id, index): Line => [id, index === 0 ? secret : others + index, { period, units: index === 0 ? 2 : 9 }],
  );

const place = (db: TestSubgraph['db'], key: string): Promise<object[]> =>
  db.query(`SELECT seq, changed_at FROM change_log WHERE topic = 'observation' AND key = $1`, [key]);

/** Publishes twice with another hidden value; tells which cells came to who follows, and where the hidden one is. */
async function reviseHidden(period: number) {
  const hidden = `OBS:ESS-FLORES/ESS_JOBS/${communes[0]}/${period}`;
  expect(await publishCells(graph.db, cellsOf(linesOf(period, 20)))).toMatchObject({ kind: 'PUBLISHED' });
  const cursor = await follow(graph, new Map(), '0');
  const known = await place(graph.db, hidden);
  expect(known.length).toBe(1);
  expect(await publishCells(graph.db, cellsOf(linesOf(period, 25)))).toMatchObject({ kind: 'PUBLISHED' });
  const [revisions]: { count: number }[] = await graph.db.query(
    'SELECT count(*)::int AS count FROM observation_revision WHERE observation_id = $1',
    [hidden],
  );
  expect(revisions?.count).toBe(2);
  const keys: string[] = [];
  await follow(graph, new Map(), cursor, { keys });
  return { told: keys.filter((key) => key === hidden).length, known, now: await place(graph.db, hidden) };
}

test('a hidden value that is revised makes no event: neither its place in the log nor its time moves', async () => {
  const { told, known, now } = await reviseHidden(2001);
  expect([told, now]).toEqual([0, known]);
});

test('a hidden cell that ends, and one that comes back, are told', async () => {
  await publishCells(graph.db, cellsOf(linesOf(2002, 20)));
  const copy = new Map<string, string>();
  let cursor = await follow(graph, copy, '0');
  const hidden = `OBS:ESS-FLORES/ESS_JOBS/${communes[0]}/2002`;
  const seen: boolean[] = [copy.has(hidden)];
  for (const lines of [linesOf(2002, 20).slice(1), linesOf(2002, 20)]) {
    await publishCells(graph.db, cellsOf(lines));
    cursor = await follow(graph, copy, cursor);
    seen.push(copy.has(hidden));
  }
  expect([seen, copy]).toEqual([[true, false, true], await snapshot(graph)]);
});

/** What may happen to figures: they are published with some communes left out and some alone, or the last vintage goes. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ left: fc.nat(11), secret: fc.nat(11), base: fc.integer({ min: 20, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.constant('WITHDRAW' as const) },
);
const history = fc.array(step, { minLength: 2, maxLength: 6 });
const readers = fc.array(
  fc.record({ first: fc.integer({ min: 1, max: 40 }), every: fc.integer({ min: 1, max: 4 }) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);
let year = 1_910;
let withdrawn = 0;

type Reader = { first: number; every: number; copy: Map<string, string>; cursor: string };

/** Lives through a history with readers that each come back now and then; false when a copy differs at the end. */
async function allAgree(
  steps: (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[],
  asked: readonly { first: number; every: number }[],
): Promise<boolean> {
  year += 1;
  const period = year;
  const all: Reader[] = asked.map((each) => ({ ...each, copy: new Map(), cursor: '0' }));
  const catchUp = async (reader: Reader) => {
    reader.cursor = await follow(graph, reader.copy, reader.cursor, { first: reader.first * 20 });
  };
  for (const reader of all) await catchUp(reader);
  const published: string[] = [];
  for (const [turn, each] of steps.entries()) {
    if (each === 'WITHDRAW') await withdraw(published.pop());
    else {
      const lines = communes.flatMap((id, index): Line[] =>
        index === each.left
          ? []
          : [[id, each.base + index, { period, units: index === each.secret ? 2 : 9 }]],
      );
      const result = await publishCells(graph.db, cellsOf(lines));
      if (result.kind === 'PUBLISHED' && result.vintageId !== null) published.push(result.vintageId);
    }
    for (const reader of all) if ((turn + 1) % reader.every === 0) await catchUp(reader);
  }
  // The last pages are as small as the reader wants them.
  for (const reader of all) {
    reader.cursor = await follow(graph, reader.copy, reader.cursor, { first: reader.first });
  }
  const whole = await snapshot(graph);
  return all.every(({ copy }) => sameAs(copy, whole));
}

const sameAs = (copy: Map<string, string>, whole: Map<string, string>) =>
  copy.size === whole.size && [...whole].every(([key, shown]) => copy.get(key) === shown);

async function withdraw(vintageId: string | undefined): Promise<void> {
  if (vintageId === undefined) return;
  const how = {
    vintageId,
    reason: 'Erreur du producteur',
    actor: ACTOR,
    now: new Date(),
    reader: 'NON_NEGATIVE' as const,
  };
  const result = await graph.db.transaction((tx) => takeBack(tx, how));
  expect(['DONE', 'CONFLICT']).toContain(result.kind);
  if (result.kind === 'DONE') withdrawn += 1;
}

const PROPERTY = fc.asyncProperty(history, readers, async (steps, asked) => allAgree(steps, asked));

test('whatever was published, revised and withdrawn, a copy that follows equals one that is made anew', async () => {
  await fc.assert(PROPERTY, { numRuns: HISTORIES, seed: SEED, endOnFailure: true });
  expect(withdrawn).toBeGreaterThan(0);
}, 3_600_000);

/** Runs work on the schema of the domain as its owner. */
async function asOwner(sql: string): Promise<void> {
  const owner = await new DataSource({ type: 'postgres', url: graph.url }).initialize();
  try {
    await owner.query(`SET search_path TO observatory, extensions; ${sql}`);
  } finally {
    await owner.destroy();
  }
}

test('control: with an event for each revision, the hidden one is told', async () => {
  const compared = `DROP TRIGGER track_observation_update ON observation;
    DROP TRIGGER track_observation_delete ON observation_revision;
    DROP TRIGGER track_observation_update ON observation_revision;
    DROP TRIGGER track_observation_insert ON observation_revision;`;
  await asOwner(`${compared} ${TRACK_EVERY_REVISION}`);
  const { told, known, now } = await reviseHidden(2003);
  expect([told, now.length, JSON.stringify(now) === JSON.stringify(known)]).toEqual([1, 1, false]);
});

test('control: without the events of what is hidden, or ends, some history makes a copy differ', async () => {
  await asOwner('ALTER TABLE observation_revision DISABLE TRIGGER track_observation_update');
  const { failed } = await fc.check(PROPERTY, { numRuns: 6, seed: 92, endOnFailure: true });
  expect(failed).toBe(true);
}, 180_000);
