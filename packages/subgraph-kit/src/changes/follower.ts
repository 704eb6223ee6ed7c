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
  /** Copies until nothing is left. Rejects when the source does not answer. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
};

const PAGE = 2_000;
const IDLE_MS = 500;
const RETRY_MS = 2_000;

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
  let stopped = false;
  let wake: () => void = () => {};
  let working: Promise<void> = Promise.resolve();

  const copyOnce = async (): Promise<void> => {
    for (;;) {
      const known = await positionOf(db, follow);
      const page = await source.read(follow.topic, known?.seq ?? '0', PAGE);
      const result = await applyPage(db, follow, known, page);
      state.position = result.seq;
      state.behind = Number(BigInt(page.head) - BigInt(result.seq));
      if (result.again) continue;
      upToDateAt = Date.now();
      state.complete = true;
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
    while (!stopped) {
      let pause = IDLE_MS;
      try {
        await copy();
        lastFailure = null;
      } catch (error) {
        pause = RETRY_MS;
        const failure = JSON.stringify(describeError(error));
        if (!stopped && failure !== lastFailure) {
          log.warn(
            { from: follow.from, topic: follow.topic, ...describeError(error) },
            'follower waits for its source',
          );
        }
        lastFailure = failure;
      }
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();

  return {
    state: () => ({
      ...state,
      lagSeconds: upToDateAt === null ? null : Math.round((Date.now() - upToDateAt) / 1000),
    }),
    catchUp: copy,
    async stop() {
      stopped = true;
      wake();
      await loop;
      // Somebody may have asked to catch up meanwhile: the connections close once that copy is done.
      await working.catch(() => {});
    },
  };
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
