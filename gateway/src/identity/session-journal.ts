import {
  appendToJournal,
  describeError,
  type Log,
  type OpenSubgraph,
  outageBehind,
} from '@graphess/subgraph-kit';
import type { Session } from './session.ts';
import { KeysUnreachable } from './token-refused.ts';

/** Which sessions were opened and ended, in the database that all gateways share. */
export type SessionJournal = {
  noteOpened(session: Session, requestId: string): Promise<void>;
  end(session: Session, requestId: string): Promise<void>;
  /** Throws KeysUnreachable when the database has too much to do to tell; false when it is away. */
  isEnded(session: Session): Promise<boolean>;
};

/** What one gateway ended stays ended there, whatever becomes of the database. */
const MAX_REMEMBERED = 1_000;

export function sessionJournal(access: () => OpenSubgraph | undefined, log: Log): SessionJournal {
  const entry = (action: string, { subject }: Session, requestId: string) => ({
    action,
    actorKind: 'person',
    actor: subject,
    target: null,
    requestId,
  });
  const endedHere = new Set<string>();
  const remember = (id: string) => {
    endedHere.add(id);
    const [oldest] = endedHere;
    if (oldest !== undefined && endedHere.size > MAX_REMEMBERED) endedHere.delete(oldest);
  };
  return {
    async noteOpened(session, requestId) {
      const db = access()?.db;
      await (db && appendToJournal(db, entry('SESSION_OPENED', session, requestId)));
    },

    async end(session, requestId) {
      remember(session.id);
      await access()?.db.transaction(async (db) => {
        await db.query('DELETE FROM ended_session WHERE expires_at < now()');
        const ended: unknown[] = await db.query(
          'INSERT INTO ended_session (id, expires_at) VALUES ($1, to_timestamp($2)) ON CONFLICT DO NOTHING RETURNING id',
          [session.id, session.expiresAt],
        );
        if (ended.length > 0) await appendToJournal(db, entry('SESSION_ENDED', session, requestId));
      });
    },

    async isEnded({ id }) {
      if (endedHere.has(id)) return true;
      try {
        const rows: unknown[] =
          (await access()?.db.query('SELECT 1 FROM ended_session WHERE id = $1', [id])) ?? [];
        return rows.length > 0;
      } catch (error) {
        const outage = outageBehind(error);
        if (outage === null) throw error;
        if (outage === 'OVERLOADED') throw new KeysUnreachable('sessions', { cause: error });
        // The parts of the graph that need no database go on, for whoever was signed in before it went away.
        log.warn(describeError(error), 'ended sessions cannot be looked up');
        return false;
      }
    },
  };
}
