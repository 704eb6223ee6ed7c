import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pass } from 'node:timers/promises';
import { Unauthenticated } from '../../errors.ts';
import { type Route, type RouteAnswer, RouteRefusal } from '../../route/route.ts';

const json = (status: number, value: unknown): RouteAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

/** Bytes that nobody holds at once. */
export function* zeros(bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024);
  for (let left = bytes; left > 0; left -= chunk.length)
    yield chunk.subarray(0, Math.min(left, chunk.length));
}

/** What happened to exchanges that their asker may never hear of. */
export const seenByRoutes: string[] = [];

/** What the sender of an upload has let go, and how much of it was on its way while nobody took it. Bytes. */
export const upload = { sent: 0, underWay: 0 };

/** Takes nothing until the sender cannot send: whatever lies between would take it all, did it keep what passes. */
async function untilSenderWaits(): Promise<void> {
  for (let before = -1; before !== upload.sent; ) {
    before = upload.sent;
    await pass(150);
  }
  upload.underWay = upload.sent;
}

const LIMITS = { maxBytes: 200_000_000, timeoutMs: 10_000 };

/** Routes of the fixture: a file that comes, a file that goes, and ways to fail. */
export const libraryRoutes: readonly Route[] = [
  {
    ...LIMITS,
    method: 'PUT',
    path: '/books/:id/cover',
    async handler({ params, body, headers }) {
      const hash = createHash('sha256');
      let bytes = 0;
      let largest = 0;
      for await (const chunk of body as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
        if (bytes === chunk.length && upload.sent > 0) await untilSenderWaits();
        largest = Math.max(largest, chunk.length);
      }
      return json(200, {
        id: params['id'],
        bytes,
        sha256: hash.digest('hex'),
        inPieces: largest < 1_000_000,
        contentType: headers['content-type'] ?? null,
      });
    },
  },
  {
    ...LIMITS,
    method: 'GET',
    path: '/books/:id/cover',
    async handler({ query, ctx }) {
      if (ctx.viewer.kind === 'visitor') throw new Unauthenticated();
      const body = Readable.from(zeros(Number(query.get('bytes') ?? 10)));
      body.once('close', () => seenByRoutes.push(`sent ${body.readableEnded ? 'all' : 'a part'}`));
      return {
        status: 200,
        headers: { 'content-type': 'image/png', etag: '"1"', 'set-cookie': 'a=b', location: '/away' },
        body,
      };
    },
  },
  {
    method: 'POST',
    path: '/echo',
    maxBytes: 1_000,
    timeoutMs: 2_000,
    handler: async ({ ctx, headers, query }) =>
      json(200, { headers, query: Object.fromEntries(query), viewer: ctx.viewer, requestId: ctx.requestId }),
  },
  {
    method: 'POST',
    path: '/small',
    maxBytes: 1_000,
    timeoutMs: 5_000,
    async handler({ body }) {
      let bytes = 0;
      try {
        for await (const chunk of body as AsyncIterable<Buffer>) {
          if (bytes === 0 && chunk.length < 10) seenByRoutes.push('first bytes');
          bytes += chunk.length;
        }
      } catch (error) {
        if (bytes < 10) seenByRoutes.push('cut short');
        throw error;
      }
      return json(200, { bytes });
    },
  },
  {
    method: 'POST',
    path: '/slow',
    maxBytes: 100_000_000,
    timeoutMs: 300,
    async handler({ signal }) {
      await pass(1_500, undefined, { signal }).catch(() => {});
      seenByRoutes.push('slow gave up');
      return json(200, {});
    },
  },
  {
    method: 'GET',
    path: '/waiting',
    maxBytes: 0,
    timeoutMs: 10_000,
    async handler({ signal }) {
      seenByRoutes.push('waiting');
      await pass(8_000, undefined, { signal }).catch(() => {});
      seenByRoutes.push(signal.aborted ? 'asker left' : 'waited in vain');
      return json(200, {});
    },
  },
  {
    method: 'GET',
    path: '/failures/:kind',
    maxBytes: 0,
    timeoutMs: 2_000,
    async handler({ params }) {
      if (params['kind'] === 'missing')
        throw new RouteRefusal(404, 'BAD_USER_INPUT', 'Ce livre n’existe pas.');
      if (params['kind'] === 'endless') {
        return { status: 200, body: Readable.from(slowly()) };
      }
      throw new TypeError('secret-7319');
    },
  },
];

async function* slowly(): AsyncGenerator<Buffer> {
  for (;;) {
    yield Buffer.from('.');
    await pass(50);
  }
}
