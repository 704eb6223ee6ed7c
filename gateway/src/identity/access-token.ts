import type { IdentitySettings } from '@graphess/platform';
import { decodeJwt, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyResult, jwtVerify } from 'jose';
import type { WithoutGuards } from '../guards.ts';
import { refusalOf, TokenRefused } from './token-refused.ts';

const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_LENGTH = 10_000;

type Options = {
  issuer: string;
  keys: JWTVerifyGetKey;
  settings: Pick<IdentitySettings, 'audience' | 'algorithms' | 'tokenTypes' | 'maxTokenAge'>;
  without: WithoutGuards;
};

/**
 * The claims of an access token that is good in all respects (RFC 9068, RFC 8725). Throws TokenRefused with the reason,
 * or KeysUnreachable when nobody can tell.
 */
export async function readAccessToken(token: string, options: Options): Promise<JWTPayload> {
  const { settings, without } = options;
  if (token.length > MAX_LENGTH) throw new TokenRefused('MALFORMED');
  try {
    if (without.has('token-signature')) return decodeJwt(token);
    const verified = await jwtVerify(token, options.keys, {
      algorithms: [...settings.algorithms],
      requiredClaims: ['exp', 'sub', 'iat', 'aud', 'iss'],
      ...(without.has('token-issuer') ? {} : { issuer: options.issuer }),
      ...(without.has('token-audience') ? {} : { audience: settings.audience }),
      ...(without.has('token-expiry')
        ? { clockTolerance: Number.MAX_SAFE_INTEGER }
        : { clockTolerance: CLOCK_TOLERANCE_SECONDS, maxTokenAge: settings.maxTokenAge }),
    });
    if (!without.has('token-type')) refuseOtherTypes(verified, settings.tokenTypes);
    return verified.payload;
  } catch (error) {
    throw refusalOf(error);
  }
}

/**
 * An ID token says who signed in at a client; it opens no API. Where the provider's access tokens carry no type of their
 * own (`JWT`), the claims tell them apart: Keycloak writes `typ`, and only ID tokens are bound to a code or a nonce.
 */
function refuseOtherTypes({ protectedHeader, payload }: JWTVerifyResult, accepted: readonly string[]): void {
  const type = (protectedHeader.typ ?? '').toLowerCase().replace(/^application\//, '');
  const isAccepted = accepted.some((each) => each.toLowerCase() === type);
  const isSaidToBeAccess = payload['typ'] === 'Bearer';
  const isOfSignIn =
    (payload['typ'] !== undefined && !isSaidToBeAccess) ||
    ['at_hash', 'c_hash', 's_hash'].some((claim) => claim in payload) ||
    ('nonce' in payload && !isSaidToBeAccess);
  if (!isAccepted || (type === 'jwt' && isOfSignIn)) throw new TokenRefused('WRONG_TYPE');
}
