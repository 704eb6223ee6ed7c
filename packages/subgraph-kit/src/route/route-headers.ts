import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { RouteAnswer } from './route.ts';

/** What a route may know of a request: content and conditions. No credential, no address, nothing of a proxy. */
export const REQUEST_HEADERS = [
  'accept',
  'accept-language',
  'content-disposition',
  'content-language',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-unmodified-since',
  'range',
] as const;

/** What a route may tell the client beside its body: no cookie, no redirection, no policy of the platform. */
export const ANSWER_HEADERS = [
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-language',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
  'link',
  'repr-digest',
  'retry-after',
] as const;

/** The headers of a list, each with one value. */
export function onlyHeaders(
  names: readonly string[],
  headers: IncomingHttpHeaders | Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** The length that a request announces, in bytes; null when it announces none. */
export function announcedBytes(headers: IncomingHttpHeaders): number | null {
  const length = headers['content-length'];
  return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

/** Sends an answer as it comes. Private, and kept by nobody, unless the route says otherwise. */
export function sendAnswer(reply: FastifyReply, { status, headers = {}, body }: RouteAnswer): FastifyReply {
  reply.code(status);
  reply.headers({
    'cache-control': 'private, no-store',
    'content-type': 'application/octet-stream',
    ...onlyHeaders(ANSWER_HEADERS, headers),
  });
  return reply.send(body ?? '');
}
