import { errorAnswer, type RouteAnswer } from '@graphess/subgraph-kit';
import { domainTitle } from '../data-source/unavailable.ts';

/** The answer in place of a domain that does not answer. Never its address, nor anything it said. */
export function unavailableRoute(domain: string, requestId: string): RouteAnswer {
  return errorAnswer(
    503,
    `Le domaine « ${domainTitle(domain)} » ne répond pas pour l’instant. Réessayez plus tard.`,
    {
      code: 'SUBGRAPH_UNAVAILABLE',
      domain,
      requestId,
    },
  );
}
