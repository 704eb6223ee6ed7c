import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { GatewayContext } from '../gateway-context.ts';
import type { WithoutGuards } from '../guards.ts';

/** A client may keep it and must ask again; a cache that others share may not: quotas and ids are one caller's. */
const KEPT_BY_CLIENT = 'private, no-cache';
const KEPT_BY_NOBODY = 'no-store';
const VARY = 'accept, accept-encoding, authorization, cookie, x-api-key';

/** Lets the client of a visitor keep the answer of a GET without errors; any other answer is kept by nobody. */
export function cacheableReads(without: WithoutGuards): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, contextValue, errors, response }) {
          const visitor = contextValue.viewer.kind === 'visitor' || without.has('private-answers');
          const read = request.http?.method === 'GET' && (errors ?? []).length === 0;
          response.http.headers.set('cache-control', read && visitor ? KEPT_BY_CLIENT : KEPT_BY_NOBODY);
        },
      };
    },
  };
}

/**
 * Cache headers of every answer: nobody keeps what did not say so; what may be kept has an entity tag, and 304 spares
 * sending it again (RFC 9110, 13.1.2). The tag is weak: compression comes after.
 */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', KEPT_BY_NOBODY);
    if (request.routeOptions.url === '/graphql' && !reply.hasHeader('vary')) reply.header('vary', VARY);
    const tagged =
      reply.getHeader('cache-control') === KEPT_BY_CLIENT &&
      reply.statusCode === 200 &&
      typeof payload === 'string';
    if (!tagged) return payload;
    const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    reply.header('etag', tag);
    if (!isKnown(request.headers['if-none-match'], tag)) return payload;
    reply.code(304).removeHeader('content-length');
    reply.removeHeader('content-type');
    return '';
  });
}

/** Weak comparison: the tags alone count (RFC 9110, 8.8.3.2). */
function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const opaque = (text: string) => text.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((each) => opaque(each) === opaque(tag));
}
