import { Fault } from '@graphess/subgraph-kit';
import { HttpRefusal } from '../../http/http-refusal.ts';

/** Why a key is not accepted. The journal keeps it; the client is not told. */
export type KeyRefusal = 'MALFORMED' | 'CHECKSUM' | 'POSTURE' | 'UNKNOWN' | 'REVOKED' | 'EXPIRED' | 'NETWORK';

/** A key that is not accepted, in the same words whatever the reason. */
export class KeyRefused extends Fault {
  constructor() {
    super('UNAUTHENTICATED', 'Cette clé n’est pas valable, ou ne l’est plus.');
  }
}

/** Keys cannot be looked up for now, and this one was not seen just before. */
export class KeysUnavailable extends HttpRefusal {
  constructor() {
    super(503, 'OVERLOADED', 'Les clés ne peuvent pas être vérifiées pour l’instant : réessayez.', {
      extensions: { retryAfterSeconds: RETRY_SECONDS },
      headers: { 'retry-after': String(RETRY_SECONDS) },
    });
  }
}

const RETRY_SECONDS = 5;
