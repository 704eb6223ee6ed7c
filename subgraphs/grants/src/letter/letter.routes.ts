import { createHash } from 'node:crypto';
import { type Context, type Route, type RouteAnswer, RouteRefusal } from '@graphess/subgraph-kit';
import { viewNoted } from '../application/note-view.ts';
import { visibleApplicationById } from '../application/visible-applications.queries.ts';
import { isApplicantOf } from '../own-structure/own-structure.queries.ts';
import { findLetter, keyOfLetter } from './letter.queries.ts';
import type { Letter } from './letter.type.ts';
import { verifyLetter } from './verify-letter.ts';

const LONGEST_LETTER = 2_000_000;

/** The file of a letter, for the structure that it is addressed to and for agents. To others there is none. */
export const letterFile: Route = {
  method: 'GET',
  path: '/letters/:id',
  maxBytes: 0,
  timeoutMs: 30_000,
  async handler({ ctx, params }): Promise<RouteAnswer> {
    const letter = await findLetter(ctx.db, params['id'] ?? '');
    const body =
      letter !== null && (await mayRead(ctx, letter)) ? await ctx.storage.open(keyOfLetter(letter.id)) : null;
    if (letter === null || body === null) {
      throw new RouteRefusal(
        404,
        'BAD_USER_INPUT',
        'Cette lettre n’existe pas, ou ne vous est pas adressée.',
      );
    }
    await viewNoted(ctx).load(letter.applicationId);
    return {
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="lettre-${letter.id}.pdf"`,
        'repr-digest': `sha-256=:${Buffer.from(letter.sha256, 'hex').toString('base64')}:`,
      },
      body,
    };
  },
};

/** Says of a file that somebody sends whether it is a letter in force. Nothing of it is kept. */
export const letterCheck: Route = {
  method: 'POST',
  path: '/letters/verify',
  maxBytes: LONGEST_LETTER,
  timeoutMs: 30_000,
  async handler({ ctx, body }): Promise<RouteAnswer> {
    const hash = createHash('sha256');
    for await (const chunk of body) hash.update(chunk);
    const sha256 = hash.digest('hex');
    return {
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ sha256, ...(await verifyLetter(ctx.db, sha256)) }),
    };
  },
};

async function mayRead(ctx: Context, { applicationId }: Letter): Promise<boolean> {
  const { roles } = ctx.viewer;
  const application = await visibleApplicationById(ctx).load(applicationId);
  if (application === null) return false;
  if (roles.includes('agent') || roles.includes('admin')) return true;
  return isApplicantOf(ctx, application.organizationId);
}
