import { appendToJournal, describeError, type Log, type OpenSubgraph } from '@graphess/subgraph-kit';
import type { Session } from './session.ts';

/** Which sessions were opened and ended, in the database that all gateways share. */
export type SessionJournal = {
  noteOpened(session: Session, requestId: string): Promise<void>;
  end(session: Session, requestId: string): Promise<void>;
  isEnded(session: Session): Promise<boolean>;
};

export function sessionJournal(access: () => OpenSubgraph | undefined, log: Log): SessionJournal {
  const entry = (action: string, { subject }: Session, requestId: string) => ({
    action,
    actorKind: 'person',
    actor: subject,
    target: null,
    requestId,
  });
  return {
    async noteOpened(session, requestId) {
      const db = access()?.db;
      await (db && appendToJournal(db, entry('SESSION_OPENED', session, requestId)));
    },

    async end(session, requestId) {
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
      try {
        const rows: unknown[] =
          (await access()?.db.query('SELECT 1 FROM ended_session WHERE id = $1', [id])) ?? [];
        return rows.length > 0;
      } catch (error) {
        // The parts of the graph that need no database go on, for whoever was signed in before it went away.
        log.warn(describeError(error), 'ended sessions cannot be looked up');
        return false;
      }
    },
  };
}
