import type { FastifyRequest } from 'fastify';
import type { WithoutGuards } from '../guards.ts';
import { HttpRefusal } from './http-refusal.ts';
import { mediaTypeRefusal } from './refusal-body.ts';

/** Headers that a browser sends to another site only after asking it (Fetch, CORS-preflight). */
const ASKED_FOR_FIRST = ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization', 'x-api-key'];

/**
 * What a request to the graph must be before its body is read (`onRequest`). A page of another site can make a browser
 * send a form, or fetch an address, with what the browser knows of us; it cannot make it send JSON or a header of its
 * own without asking first, which CORS answers.
 */
export function requestRules(allowedOrigins: readonly string[], without: WithoutGuards) {
  return async (request: FastifyRequest): Promise<void> => {
    if (request.method === 'POST' && !without.has('content-type')) requireJson(request);
    if (!without.has('csrf')) refuseForged(request, allowedOrigins);
  };
}

function requireJson(request: FastifyRequest): void {
  const { headers } = request;
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding.trim().toLowerCase() !== 'identity') {
    // RFC 9110, section 15.5.16: says that it is about the coding.
    throw mediaTypeRefusal({ 'accept-encoding': 'identity' });
  }
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const known = parameters.every((parameter) => /^\s*(charset\s*=\s*"?utf-?8"?)?\s*$/.test(parameter));
  if (type.trim() !== 'application/json' || !known) throw mediaTypeRefusal({ accept: 'application/json' });
}

function refuseForged(request: FastifyRequest, allowedOrigins: readonly string[]): void {
  const { headers } = request;
  if (comesFromElsewhere(request, allowedOrigins)) {
    throw new HttpRefusal(
      403,
      'FORBIDDEN',
      'Cette requête vient d’une page d’un autre site, que la plateforme ne connaît pas.',
    );
  }
  if (request.method === 'POST') return;
  const site = headers['sec-fetch-site'];
  const safe =
    site === 'same-origin' ||
    site === 'none' ||
    (headers.origin !== undefined && allowedOrigins.includes(headers.origin)) ||
    (headers['content-type'] ?? '').toLowerCase().startsWith('application/json') ||
    ASKED_FOR_FIRST.some((name) => headers[name] !== undefined);
  if (safe) return;
  throw new HttpRefusal(
    400,
    'BAD_REQUEST',
    'Par GET, ajoutez un en-tête « apollo-require-preflight: true » : il prouve que la requête ne vient pas d’une page d’un autre site.',
  );
}

/** Fetch Metadata tells the site; without it, `Origin` does. */
function comesFromElsewhere({ headers }: FastifyRequest, allowedOrigins: readonly string[]): boolean {
  const { origin } = headers;
  if (origin !== undefined && allowedOrigins.includes(origin)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && URL.parse(origin)?.host !== headers.host;
}
