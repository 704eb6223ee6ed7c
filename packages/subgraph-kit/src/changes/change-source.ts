import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { ServiceIdentity } from '../statement/service-identity.ts';
import { STATEMENT_HEADER, serviceViewer, signStatement } from '../statement/sign-statement.ts';

const changePage = z.object({
  epoch: z.string(),
  /** Position of the newest change of the topic, so that a follower knows how far it is. */
  head: z.string(),
  changes: z.array(
    z.object({ seq: z.string(), key: z.string(), kind: z.enum(['UPSERT', 'DELETE']), value: z.unknown() }),
  ),
});

/** Changes after a position, oldest first. A log keeps the last change of each key: from 0 it is a whole copy. */
export type ChangePage = z.infer<typeof changePage>;

/**
 * Where a follower reads. `after` and the sequence numbers are decimal text: they are bigints. A read that `signal` gives
 * up may end early, with an error.
 */
export type ChangeSource = {
  readonly name: string;
  read(topic: string, after: string, limit: number, signal?: AbortSignal): Promise<ChangePage>;
};

/** How a subgraph serves a topic: the current values of some keys, each to be sent to siblings as JSON. */
export type Feed = (db: EntityManager, keys: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;
export type Feeds = Readonly<Record<string, Feed>>;

export const MAX_CHANGES = 2_000;

/** The change log of a subgraph that runs in this process. Throws RangeError on a topic it does not serve. */
export function localChangeSource(name: string, db: () => EntityManager, feeds: Feeds): ChangeSource {
  return {
    name,
    async read(topic, after, limit) {
      const feed = Object.hasOwn(feeds, topic) ? feeds[topic] : undefined;
      if (feed === undefined) throw new RangeError(`${name} serves no topic ${topic}`);
      return db().transaction('REPEATABLE READ', async (tx) => {
        const [position]: { epoch: string; head: string }[] = await tx.query(
          `SELECT epoch, (SELECT coalesce(max(seq), 0)::text FROM change_log WHERE topic = $1) AS head FROM change_log_epoch`,
          [topic],
        );
        const changes: { seq: string; key: string; kind: 'UPSERT' | 'DELETE' }[] = await tx.query(
          `SELECT seq::text AS seq, key, kind FROM change_log WHERE topic = $1 AND seq > $2::bigint ORDER BY change_log.seq LIMIT $3`,
          [topic, after, Math.min(limit, MAX_CHANGES)],
        );
        const alive = changes.filter(({ kind }) => kind === 'UPSERT').map(({ key }) => key);
        const values = alive.length === 0 ? new Map<string, unknown>() : await feed(tx, alive);
        return {
          epoch: position?.epoch ?? '',
          head: position?.head ?? '0',
          changes: changes.map((change) => ({ ...change, value: values.get(change.key) ?? null })),
        };
      });
    },
  };
}

/** The change log of a subgraph served over HTTP, asked in the name of the service that follows it. */
export function httpChangeSource(name: string, baseUrl: string, follower: ServiceIdentity): ChangeSource {
  return {
    name,
    async read(topic, after, limit, signal) {
      const url = new URL(`/changes/${encodeURIComponent(topic)}`, baseUrl);
      url.searchParams.set('after', after);
      url.searchParams.set('limit', String(limit));
      const timeout = AbortSignal.timeout(20_000);
      const statement = await signStatement(follower, {
        audience: name,
        viewer: serviceViewer(follower),
        requestId: randomUUID(),
      });
      const response = await fetch(url, {
        headers: { [STATEMENT_HEADER]: statement },
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      });
      if (!response.ok) throw new Error(`${name} answered ${response.status} to a follower`);
      return changePage.parse(await response.json());
    },
  };
}
