import type { FastifyReply, RouteHandlerMethod } from 'fastify';
import { cancelledBy } from '../database/cancellation.ts';

/** Aborted when the connection closes before the whole answer was sent. */
export function askerLeft(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) left.abort(new Error('The asker left'));
  });
  return left.signal;
}

/** A handler of operations whose reads end in the database when whoever asked leaves. Writes are finished all the same. */
export function untilAskerLeaves(handler: RouteHandlerMethod): RouteHandlerMethod {
  return function (request, reply) {
    const handle = () => handler.call(this, request, reply);
    return isMutation(request.body) ? handle() : cancelledBy(askerLeft(reply), handle);
  };
}

/** The gateway's plans have one operation, which comes first. */
function isMutation(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'query' in body &&
    typeof body.query === 'string' &&
    /^\s*mutation\b/.test(body.query)
  );
}
