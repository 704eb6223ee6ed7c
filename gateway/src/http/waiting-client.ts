import { askerLeft } from '@graphess/subgraph-kit';
import type { FastifyReply } from 'fastify';
import type { WithoutGuards } from '../guards.ts';

/** Aborted when the client leaves, or has waited as long as a request may take: what is still to be fetched is not. */
export function waitsFor(reply: FastifyReply, deadlineMs: number, without: WithoutGuards): AbortSignal {
  const left = askerLeft(reply);
  return without.has('request-deadline') ? left : AbortSignal.any([left, AbortSignal.timeout(deadlineMs)]);
}
