import { createHash } from 'node:crypto';
import { type Route, RouteRefusal } from '@graphess/subgraph-kit';
import { grantorOf } from '../scdl/grantor.ts';
import { taggedAnswer } from '../scdl/tagged-answer.ts';
import { awardsToTell } from './grants-to-tell.queries.ts';
import { threeSixtyGivingOf } from './three-sixty-giving.rules.ts';

/** The awards of an edition (`?edition=4`), or of all, in the standard of 360Giving. */
export const threeSixtyGivingRoute: Route = {
  method: 'GET',
  path: '/three-sixty-giving.json',
  publicPath: '/open-data/three-sixty-giving.json',
  maxBytes: 0,
  timeoutMs: 30_000,
  async handler(request) {
    const { db, publicUrl } = request.ctx;
    const awards = await awardsToTell(db, editionOf(request.query));
    const bytes = Buffer.from(JSON.stringify(threeSixtyGivingOf(awards, grantorOf(db), publicUrl)));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return taggedAnswer(request, { bytes, sha256, type: 'application/json; charset=utf-8' });
  },
};

function editionOf(query: URLSearchParams): number | null {
  const unknown = [...query.keys()].filter((name) => name !== 'edition');
  const asked = query.getAll('edition');
  const [text = null] = asked;
  if (unknown.length === 0 && text === null) return null;
  if (unknown.length === 0 && asked.length === 1 && /^[1-9]\d{0,3}$/.test(text ?? '')) return Number(text);
  throw new RouteRefusal(
    400,
    'BAD_USER_INPUT',
    'Seule « edition » est attendue, une fois : le numéro d’une édition.',
  );
}
