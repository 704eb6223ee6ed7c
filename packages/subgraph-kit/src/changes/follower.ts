import { setTimeout as pass } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Log } from '../log.ts';
import { describeError } from '../mask.ts';
import type { ChangePage, ChangeSource } from './change-source.ts';

export type Upsert = { key: string; value: unknown };

/** A copy that a subgraph keeps of a sibling's topic. `apply` must be idempotent; `reset` empties the copy. */
export type Follow = {
  readonly from: string;
  readonly topic: string;
  apply(db: EntityManager, upserts: readonly Upsert[], deletedKeys: readonly string[]): Promise<void>;
  reset(db: EntityManager): Promise<void>;
};

/** How far a copy is. `behind` counts sequence numbers, an upper bound of the changes not yet copied. */
export type FollowState = {
  from: string;
  topic: string;
  position: string;
  behind: number | null;
  lagSeconds: number | null;
  complete: boolean;
};

export type Follower = {
  state(): FollowState;
  /** Copies until nothing is left. Rejects when the source does not answer, or once the follower is stopped. */
  catchUp(): Promise<void>;
  /** Gives up a copy that is running: what it had not yet applied is left to the next follower. */
  stop(): Promise<void>;
};

const PAGE = 2_000;
const IDLE_MS = { least: 500, most: 2_000 };
const RETRY_MS = 2_000;

/** How long to wait before asking again, in milliseconds: longer and longer while nothing changes. */
export function nextPause(pause: number, changed: boolean): number {
  return changed ? IDLE_MS.least : Math.min(pause * 2, IDLE_MS.most);
}

/** Keeps a copy up to date in the background. Resumes where the last process stopped; several may run at once. */
export function startFollower(db: EntityManager, follow: Follow, source: ChangeSource, log: Log): Follower {
  const state: FollowState = {
    from: follow.from,
    topic: follow.topic,
    position: '0',
    behind: null,
    lagSeconds: null,
    complete: false,
  };
  let upToDateAt: number | null = null;
  let pause = IDLE_MS.least / 2;
  const stopping = new AbortController();
  const { signal } = stopping;
  let working: Promise<void> = Promise.resolve();

  const copyOnce = async (): Promise<void> => {
    for (let changed = false; ; changed = true) {
      signal.throwIfAborted();
      const known = await positionOf(db, follow);
      const page = await unlessAborted(signal, source.read(follow.topic, known?.seq ?? '0', PAGE, signal));
      const result = await applyPage(db, follow, known, page);
      state.position = result.seq;
      state.behind = Number(BigInt(page.head) - BigInt(result.seq));
      if (result.again) continue;
      upToDateAt = Date.now();
      state.complete = true;
      pause = nextPause(pause, changed || page.changes.length > 0);
      return;
    }
  };

  const copy = (): Promise<void> => {
    // One copy at a time: a caller who comes meanwhile waits, then copies what came since.
    const next = working.catch(() => {}).then(copyOnce);
    working = next;
    return next;
  };

  const loop = (async () => {
    let lastFailure: string | null = null;
    while (!signal.aborted) {
      let wait = RETRY_MS;
      try {
        await copy();
        wait = pause;
        lastFailure = null;
      } catch (error) {
        const failure = JSON.stringify(describeError(error));
        if (!signal.aborted && failure !== lastFailure) {
          log.warn(
            { from: follow.from, topic: follow.topic, ...describeError(error) },
            'follower waits for its source',
          );
        }
        lastFailure = failure;
      }
      await pass(wait, undefined, { signal }).catch(() => {});
    }
  })();

  return {
    state: () => ({
      ...state,
      lagSeconds: upToDateAt === null ? null : Math.round((Date.now() - upToDateAt) / 1000),
    }),
    catchUp: copy,
    async stop() {
      stopping.abort(new Error(`The follower of ${follow.topic} from ${follow.from} is stopped`));
      await loop;
      // Somebody may have asked to catch up meanwhile: the connections close once that copy has given up.
      await working.catch(() => {});
    },
  };
}

/** What `work` gives, or a rejection as soon as the signal is aborted; `work` may then end when it likes. */
async function unlessAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

type Position = { epoch: string; seq: string };

async function positionOf(db: EntityManager, follow: Follow): Promise<Position | null> {
  const [row]: Position[] = await db.query(
    'SELECT epoch, seq::text AS seq FROM follow_position WHERE source = $1 AND topic = $2',
    [follow.from, follow.topic],
  );
  return row ?? null;
}

/** Applies a page and moves the position in one transaction; does nothing when another process did it first. */
async function applyPage(
  db: EntityManager,
  follow: Follow,
  known: Position | null,
  page: ChangePage,
): Promise<{ seq: string; again: boolean }> {
  // Another epoch is another log (the source was rebuilt), and a head behind us is a log restored from a backup: the
  // position means nothing there, and the copy starts afresh.
  const rebuilt = known !== null && (known.epoch !== page.epoch || BigInt(known.seq) > BigInt(page.head));
  if (known !== null && !rebuilt && page.changes.length === 0) return { seq: known.seq, again: false };
  return db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [
      `follow ${follow.from} ${follow.topic} ${await schemaOf(tx)}`,
    ]);
    const current = await positionOf(tx, follow);
    if (current?.seq !== known?.seq || current?.epoch !== known?.epoch)
      return { seq: current?.seq ?? '0', again: true };
    if (rebuilt) await follow.reset(tx);
    const changes = rebuilt ? [] : page.changes;
    const upserts = changes.filter(({ kind, value }) => kind === 'UPSERT' && value !== null);
    const deleted = changes.filter(({ kind, value }) => kind === 'DELETE' || value === null);
    if (changes.length > 0) {
      await follow.apply(
        tx,
        upserts,
        deleted.map(({ key }) => key),
      );
    }
    const seq = rebuilt ? '0' : (changes.at(-1)?.seq ?? known?.seq ?? '0');
    await tx.query(
      `INSERT INTO follow_position (source, topic, epoch, seq, caught_up_at) VALUES ($1, $2, $3, $4, now())
       ON CONFLICT (source, topic) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq, caught_up_at = now()`,
      [follow.from, follow.topic, page.epoch, seq],
    );
    return { seq, again: rebuilt || seq !== page.head };
  });
}

async function schemaOf(tx: EntityManager): Promise<string> {
  const [row]: { schema: string }[] = await tx.query('SELECT current_schema AS schema');
  return row?.schema ?? '';
}
