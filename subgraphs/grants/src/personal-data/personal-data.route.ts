import { parisDay, type Route, Unauthenticated } from '@graphess/subgraph-kit';
import { exportPerson } from './export-person.ts';

/** What the calls for projects hold of whoever asks, as JSON. */
export const ownPersonalData: Route = {
  method: 'GET',
  path: '/personal-data',
  maxBytes: 0,
  timeoutMs: 60_000,
  async handler({ ctx }) {
    const { viewer, background, now } = ctx;
    if (viewer.kind !== 'person' || viewer.subject === null) throw new Unauthenticated();
    const held = await exportPerson(background, { subject: viewer.subject, email: null });
    return {
      status: 200,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="mes-donnees-${parisDay(now)}.json"`,
        'cache-control': 'private, no-store',
      },
      body: JSON.stringify({ subject: viewer.subject, exportedAt: now, held }, null, 2),
    };
  },
};
