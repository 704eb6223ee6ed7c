import { randomUUID } from 'node:crypto';
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { VIEWER_KINDS, VISITOR, type Viewer } from '../viewer.ts';
import {
  GATEWAY_SERVICE,
  type KnownKey,
  type ServiceIdentity,
  STATEMENT_ALGORITHM,
} from './service-identity.ts';
import { STATEMENT_SECONDS, STATEMENT_TYPE } from './sign-statement.ts';

/** What keeps strangers from a subgraph, by name; a proof takes them away one at a time. */
export const STATEMENT_GUARDS = [
  'statement',
  'statement-issuer',
  'statement-audience',
  'statement-age',
] as const;
export type StatementGuard = (typeof STATEMENT_GUARDS)[number];
export type WithoutStatementGuards = ReadonlySet<StatementGuard>;

export type RefusalReason =
  | 'ABSENT'
  | 'MALFORMED'
  | 'ALGORITHM'
  | 'UNKNOWN_KEY'
  | 'FORGED'
  | 'ISSUER'
  | 'AUDIENCE'
  | 'STALE';

/** Never shown to the caller: the reason is for the journal. */
export class StatementRefused extends Error {
  override name = 'StatementRefused';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(`A statement is refused: ${reason}`);
    this.reason = reason;
  }
}

/** A statement that holds: which service speaks, for whom, in which request. */
export type Statement = { readonly service: string; readonly viewer: Viewer; readonly requestId: string };

type Verification = {
  readonly audience: string;
  readonly known: ServiceIdentity['known'];
  readonly now: Date;
  readonly without?: WithoutStatementGuards | undefined;
};

const MAX_LENGTH = 8_192;
/** How far the signer's clock may be ahead. One that is behind only shortens the statement's life. */
const AHEAD_SECONDS = 5;

const claims = z.object({
  iss: z.string(),
  iat: z.number(),
  exp: z.number(),
  jti: z.string().min(1),
  sub: z.string().min(1).nullish(),
  kind: z.enum(VIEWER_KINDS),
  roles: z.array(z.string()),
  scopes: z.array(z.string()),
  org: z.string().nullish(),
  rid: z.string().regex(/^[\w-]{8,64}$/),
});

/** Reads the header of a request. Throws StatementRefused, whatever is wrong. */
export async function verifyStatement(
  token: string | string[] | undefined,
  { audience, known, now, without = new Set() }: Verification,
): Promise<Statement> {
  if (without.has('statement')) return believed(token, now, without);
  if (token === undefined || token === '') throw new StatementRefused('ABSENT');
  if (typeof token !== 'string' || token.length > MAX_LENGTH) throw new StatementRefused('MALFORMED');

  let signer: KnownKey | undefined;
  const { payload } = await jwtVerify(
    token,
    ({ kid }) => {
      signer = kid === undefined ? undefined : known.get(kid);
      if (signer === undefined) throw new StatementRefused('UNKNOWN_KEY');
      return signer.key;
    },
    {
      algorithms: [STATEMENT_ALGORITHM],
      typ: STATEMENT_TYPE,
      ...(without.has('statement-audience') ? {} : { audience }),
      // Without that guard everything is young.
      currentDate: without.has('statement-age') ? new Date(0) : now,
    },
  ).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const statement = statementOf(payload, now, without);
  if (!without.has('statement-issuer') && statement.service !== signer?.service) {
    throw new StatementRefused('ISSUER');
  }
  return statement;
}

/** What a subgraph without its first guard does: it believes whatever it is told, and takes silence for a visitor. */
function believed(
  token: string | string[] | undefined,
  now: Date,
  without: WithoutStatementGuards,
): Statement {
  if (token === undefined) return { service: GATEWAY_SERVICE, viewer: VISITOR, requestId: randomUUID() };
  return statementOf(
    read(() => decodeJwt(String(token))),
    now,
    without,
  );
}

function statementOf(payload: JWTPayload, now: Date, without: WithoutStatementGuards): Statement {
  const { iss, iat, exp, sub, kind, roles, scopes, org, rid } = read(() => claims.parse(payload));
  const ahead = iat - now.getTime() / 1000;
  if (!without.has('statement-age') && (ahead > AHEAD_SECONDS || exp - iat > STATEMENT_SECONDS)) {
    throw new StatementRefused('STALE');
  }
  const subject = sub ?? null;
  if ((kind === 'visitor') !== (subject === null)) throw new StatementRefused('MALFORMED');
  return {
    service: iss,
    viewer: { kind, subject, roles, scopes, organization: org ?? null },
    requestId: rid,
  };
}

function read<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch {
    throw new StatementRefused('MALFORMED');
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof StatementRefused) return error;
  if (error instanceof errors.JWTExpired) return new StatementRefused('STALE');
  if (error instanceof errors.JOSEAlgNotAllowed) return new StatementRefused('ALGORITHM');
  if (error instanceof errors.JWSSignatureVerificationFailed) return new StatementRefused('FORGED');
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return new StatementRefused('AUDIENCE');
  }
  if (error instanceof errors.JOSEError) return new StatementRefused('MALFORMED');
  return error;
}
