import { errors } from 'jose';

/** Why a token or a session was not taken: for the journal, never for the client. */
export type RefusalReason =
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'TOO_OLD'
  | 'WRONG_AUDIENCE'
  | 'WRONG_ISSUER'
  | 'BAD_SIGNATURE'
  | 'ALGORITHM_REFUSED'
  | 'WRONG_TYPE'
  | 'MALFORMED'
  | 'UNKNOWN_KEY'
  | 'NO_ISSUER'
  | 'ENDED';

export class TokenRefused extends Error {
  override name = 'TokenRefused';
  constructor(readonly reason: RefusalReason) {
    super(reason);
  }
}

/** What a proof of identity is checked against cannot be had: nobody can say whether it is good. */
export class KeysUnreachable extends Error {
  override name = 'KeysUnreachable';
}

const REASON_OF_CLAIM: Readonly<Record<string, RefusalReason>> = {
  aud: 'WRONG_AUDIENCE',
  iss: 'WRONG_ISSUER',
  nbf: 'NOT_YET_VALID',
};

/** The reason behind an error of `jose`; an error that is none of its refusals is thrown again. */
export function refusalOf(error: unknown): TokenRefused {
  if (error instanceof TokenRefused) return error;
  if (error instanceof errors.JWTExpired) {
    return new TokenRefused(error.claim === 'iat' ? 'TOO_OLD' : 'EXPIRED');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new TokenRefused(REASON_OF_CLAIM[error.claim] ?? 'MALFORMED');
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return new TokenRefused('BAD_SIGNATURE');
  if (error instanceof errors.JOSEAlgNotAllowed) return new TokenRefused('ALGORITHM_REFUSED');
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return new TokenRefused('UNKNOWN_KEY');
  }
  if (error instanceof errors.JOSEError) return new TokenRefused('MALFORMED');
  throw error;
}
