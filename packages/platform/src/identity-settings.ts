import { z } from 'zod';

/** What a person may be on the platform; somebody who is not signed in has no role. */
export const ROLES = [
  'applicant',
  'juror',
  'agent',
  'siae',
  'buyer',
  'producer',
  'partner',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Signatures that only the holder of a private key can make. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'EdDSA',
] as const;
const TOKEN_TYPES = ['at+jwt', 'JWT'] as const;

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
const HOURS = 3600;

const list = <Item extends string>(items: readonly Item[], fallback: readonly Item[]) =>
  z
    .string()
    .transform((text, ctx) => {
      const given = text.split(/[\s,]+/).filter((each) => each !== '');
      const known = items.filter((item) => given.includes(item));
      if (given.length === 0 || known.length < new Set(given).size) {
        ctx.addIssue({ code: 'custom', message: `une liste parmi ${items.join(', ')} est attendue` });
        return z.NEVER;
      }
      return known;
    })
    .default([...fallback]);

const roleMap = z
  .string()
  .transform((text, ctx) => {
    const pairs = text
      .split(',')
      .map((pair) => pair.split('=').map((side) => side.trim()))
      .map(([theirs = '', ours]) => [theirs, ROLES.find((role) => role === ours)] as const);
    const map = new Map<string, Role>();
    for (const [theirs, ours] of pairs) if (theirs !== '' && ours !== undefined) map.set(theirs, ours);
    if (map.size === pairs.length) return map;
    ctx.addIssue({
      code: 'custom',
      message: `des couples « nom chez le fournisseur=rôle » séparés par des virgules sont attendus, avec pour rôles ${ROLES.join(', ')}`,
    });
    return z.NEVER;
  })
  .default(new Map(ROLES.map((role) => [role, role])));

const safeUrl = z
  .url({ protocol: /^https?$/, error: 'une adresse https://… est attendue' })
  .refine((text) => !text.startsWith('http:') || LOOPBACK.includes(URL.parse(text)?.hostname ?? ''), {
    error: 'une adresse https://… est attendue (http:// pour cette machine seulement)',
  })
  .refine((text) => !/[?#]/.test(text), { error: 'une adresse sans « ? » ni « # » est attendue' });

const claimPath = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.split('.'));

export const identityVariables = {
  PUBLIC_URL: safeUrl
    .refine((text) => (URL.parse(text)?.pathname ?? '/') === '/', {
      error: 'une adresse sans chemin est attendue',
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  SESSION_SECRET: z
    .string()
    .min(43, 'au moins 32 octets au hasard sont attendus, par exemple ceux de « openssl rand -base64 32 »')
    .optional(),
  OIDC_ISSUER: safeUrl.optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPES: z.string().default('openid'),
  OIDC_ALGORITHMS: list(ALGORITHMS, ['ES256', 'RS256', 'PS256', 'EdDSA']),
  OIDC_USERINFO_ALGORITHM: z
    .enum(ALGORITHMS, { error: `un algorithme parmi ${ALGORITHMS.join(', ')} est attendu` })
    .optional(),
  OIDC_TOKEN_TYPES: list(TOKEN_TYPES, ['at+jwt']),
  OIDC_TOKEN_MAX_AGE: z.coerce
    .number({ error: 'un nombre entier de secondes est attendu' })
    .int('un nombre entier de secondes est attendu')
    .min(60, 'au moins 60 secondes sont attendues')
    .max(24 * HOURS, 'au plus 86400 secondes (un jour) sont attendues')
    .default(12 * HOURS),
  OIDC_ROLES_CLAIM: claimPath('roles'),
  OIDC_ROLE_MAP: roleMap,
  OIDC_DEFAULT_ROLES: list(ROLES, []),
  OIDC_ORGANIZATION_CLAIM: claimPath('organization'),
};

export type IdentitySettings = {
  /** The provider of this deployment; null for the one that the platform brings, outside production. */
  readonly issuer: string | null;
  /** What access tokens must be made for. */
  readonly audience: string;
  /** How browsers sign in; null where they cannot. */
  readonly client: { readonly id: string; readonly secret: string | null } | null;
  readonly scopes: string;
  readonly algorithms: readonly string[];
  /** The signature of userinfo, where the provider signs it. */
  readonly userinfoAlgorithm: string | null;
  readonly tokenTypes: readonly string[];
  /** Seconds since a token was issued. */
  readonly maxTokenAge: number;
  readonly rolesClaim: readonly string[];
  /** The provider's names of roles, and ours. */
  readonly roleMap: ReadonlyMap<string, Role>;
  readonly defaultRoles: readonly Role[];
  readonly organizationClaim: readonly string[];
  /** Origin that browsers see, without a slash at its end; null where it is the one that is listened on. */
  readonly publicUrl: string | null;
  /** Null where the platform makes one and keeps it. */
  readonly sessionSecret: string | null;
};

const LOCAL_AUDIENCE = 'urn:graphess:api';
const LOCAL_CLIENT_ID = 'graphess';

type Values = z.output<ReturnType<typeof z.object<typeof identityVariables>>>;

export function identitySettings(values: Values, production: boolean): IdentitySettings {
  const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret, PUBLIC_URL: publicUrl = null } = values;
  const own = production || values.OIDC_ISSUER !== undefined;
  return {
    issuer: values.OIDC_ISSUER ?? null,
    audience: values.OIDC_AUDIENCE ?? (own && publicUrl ? `${publicUrl}/graphql` : LOCAL_AUDIENCE),
    client: own && id === undefined ? null : { id: id ?? LOCAL_CLIENT_ID, secret: secret ?? null },
    scopes: values.OIDC_SCOPES,
    algorithms: values.OIDC_ALGORITHMS,
    userinfoAlgorithm: values.OIDC_USERINFO_ALGORITHM ?? null,
    tokenTypes: values.OIDC_TOKEN_TYPES,
    maxTokenAge: values.OIDC_TOKEN_MAX_AGE,
    rolesClaim: values.OIDC_ROLES_CLAIM,
    roleMap: values.OIDC_ROLE_MAP,
    defaultRoles: values.OIDC_DEFAULT_ROLES,
    organizationClaim: values.OIDC_ORGANIZATION_CLAIM,
    publicUrl,
    sessionSecret: values.SESSION_SECRET ?? null,
  };
}

/** What the programs that open the door must have, as `VARIABLE : what is wrong`. */
export function identityProblems(env: Record<string, string | undefined>, production: boolean): string[] {
  const clientId = env['OIDC_CLIENT_ID'];
  return [
    ...(production && !env['OIDC_ISSUER'] ? ['OIDC_ISSUER : obligatoire en production'] : []),
    ...(production && !env['PUBLIC_URL'] ? ['PUBLIC_URL : obligatoire en production'] : []),
    ...(production && clientId && !env['SESSION_SECRET']
      ? ['SESSION_SECRET : obligatoire en production avec OIDC_CLIENT_ID']
      : []),
    // The provider that the platform brings asks no password: its accounts are for this machine alone.
    ...(!production && !env['OIDC_ISSUER'] && isElsewhere(env['PUBLIC_URL'])
      ? ['OIDC_ISSUER : obligatoire quand PUBLIC_URL n’est pas une adresse de cette machine']
      : []),
    ...(production && /\b(admin|agent)\b/.test(env['OIDC_DEFAULT_ROLES'] ?? '')
      ? ['OIDC_DEFAULT_ROLES : « admin » et « agent » ne se donnent pas à tout le monde']
      : []),
    // An ID token is made for the client: an API of the same name would take it for an access token.
    ...(clientId && clientId === env['OIDC_AUDIENCE']
      ? ['OIDC_AUDIENCE : une autre valeur que celle de OIDC_CLIENT_ID est attendue']
      : []),
  ];
}

function isElsewhere(publicUrl: string | undefined): boolean {
  const host = publicUrl ? URL.parse(publicUrl)?.hostname : undefined;
  return host !== undefined && !['localhost', '127.0.0.1', '[::1]'].includes(host);
}
