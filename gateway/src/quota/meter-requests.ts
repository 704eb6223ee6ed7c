import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpRefusal } from '../http/http-refusal.ts';
import { KEY_HEADER } from '../identity/credentials.ts';
import type { Identify } from '../identity/identify.ts';
import { allowanceHeaders } from './allowance.ts';
import type { Quotas } from './quotas.ts';
import { RateLimited } from './rate-limited.ts';

/**
 * A hook (`onRequest`) for what only viewers within their quota may ask. It comes before the body is read, so that a
 * flood costs little.
 */
export function meterRequests(quotas: Quotas, identify: Identify) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (bringsCredential(request)) quotas.refuseGuesser(request.ip);
    try {
      const viewer = await identify(request);
      const allowance = await quotas.countRequest({ viewer, ip: request.ip });
      if (!allowance.accepted) throw new RateLimited(allowance);
      reply.headers(allowanceHeaders(allowance));
    } catch (error) {
      if (isRefusedCredential(error)) {
        reply.headers(allowanceHeaders(await quotas.countRefusedCredential(request.ip)));
      }
      throw error;
    }
  };
}

/** A visitor guesses nothing, whatever the others of the same address do. */
function bringsCredential({ headers }: FastifyRequest): boolean {
  return ['authorization', KEY_HEADER, 'cookie'].some((name) => headers[name] !== undefined);
}

/** What the client could have known: not that a service is away, nor that the quota is spent. */
function isRefusedCredential(error: unknown): boolean {
  return error instanceof HttpRefusal && [400, 401, 403].includes(error.statusCode);
}
