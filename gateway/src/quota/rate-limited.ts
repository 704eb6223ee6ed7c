import { HeaderMap } from '@apollo/server';
import { Fault } from '@graphess/subgraph-kit';
import { HttpRefusal } from '../http/http-refusal.ts';
import { type Allowance, allowanceHeaders } from './allowance.ts';

const message = (seconds: number) =>
  `Le quota est épuisé : réessayez dans ${seconds} ${seconds > 1 ? 'secondes' : 'seconde'}.`;

/** An allowance that is spent, met before the request is read. */
export class RateLimited extends HttpRefusal {
  constructor(allowance: Allowance) {
    const { resetSeconds } = allowance;
    super(429, 'RATE_LIMITED', message(resetSeconds), {
      extensions: { retryAfterSeconds: resetSeconds },
      headers: { ...allowanceHeaders(allowance), 'retry-after': String(resetSeconds) },
    });
  }
}

/** An allowance of points that is spent, met while the operation is examined. */
export class PointsSpent extends Fault {
  constructor({ resetSeconds }: Allowance, requestId: string) {
    super('RATE_LIMITED', message(resetSeconds), {
      retryAfterSeconds: resetSeconds,
      requestId,
      http: { status: 429, headers: new HeaderMap([['retry-after', String(resetSeconds)]]) },
    });
  }
}
