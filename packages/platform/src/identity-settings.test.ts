import { SettingsError } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import { platformSettings } from './settings.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://u:p@db.example:5432/graphess',
  OIDC_ISSUER: 'https://identity.example/realms/ess',
  PUBLIC_URL: 'https://ess.example',
};
const SECRET = 'x'.repeat(43);

function problemsOf(env: Record<string, string>, door = true): string[] {
  try {
    platformSettings(env, { door });
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^ {2}- /, ''));
  }
}

test('in production the door needs an issuer and a public address; other programs do not', () => {
  const { OIDC_ISSUER: _issuer, PUBLIC_URL: _url, ...without } = PRODUCTION;
  expect([problemsOf(PRODUCTION), problemsOf(without, false), problemsOf(without)]).toEqual([
    [],
    [],
    ['OIDC_ISSUER : obligatoire en production', 'PUBLIC_URL : obligatoire en production'],
  ]);
});

test('accounts without a password stay on this machine, and nobody is an agent by default', () => {
  expect(problemsOf({ PUBLIC_URL: 'https://ess.example' })).toEqual([
    'OIDC_ISSUER : obligatoire quand PUBLIC_URL n’est pas une adresse de cette machine',
  ]);
  expect(problemsOf({ PUBLIC_URL: 'http://127.0.0.1:4100' })).toEqual([]);
  expect(problemsOf({ ...PRODUCTION, OIDC_DEFAULT_ROLES: 'applicant,agent' })).toEqual([
    'OIDC_DEFAULT_ROLES : « admin » et « agent » ne se donnent pas à tout le monde',
  ]);
});

test('browsers sign in where there is a client, with a secret of sessions', () => {
  const withClient = { ...PRODUCTION, OIDC_CLIENT_ID: 'portail' };
  expect(problemsOf(withClient)).toEqual(['SESSION_SECRET : obligatoire en production avec OIDC_CLIENT_ID']);
  const { identity } = platformSettings({ ...withClient, SESSION_SECRET: SECRET }, { door: true });
  expect([identity.client, identity.audience, platformSettings(PRODUCTION).identity.client]).toEqual([
    { id: 'portail', secret: null },
    'https://ess.example/graphql',
    null,
  ]);
});

test('locally the platform brings its own issuer, and nothing has to be set', () => {
  const { issuer, client, audience, publicUrl, sessionSecret } = platformSettings(
    {},
    { door: true },
  ).identity;
  expect({ issuer, client, audience, publicUrl, sessionSecret }).toEqual({
    issuer: null,
    client: { id: 'graphess', secret: null },
    audience: 'urn:graphess:api',
    publicUrl: null,
    sessionSecret: null,
  });
});

test('Keycloak, as its operator would write it', () => {
  const { rolesClaim, roleMap, tokenTypes } = platformSettings({
    OIDC_ROLES_CLAIM: 'realm_access.roles',
    OIDC_ROLE_MAP: 'dept-instructeur=agent, jury = juror',
    OIDC_TOKEN_TYPES: 'at+jwt,JWT',
  }).identity;
  expect([rolesClaim, [...roleMap], tokenTypes]).toEqual([
    ['realm_access', 'roles'],
    [
      ['dept-instructeur', 'agent'],
      ['jury', 'juror'],
    ],
    ['at+jwt', 'JWT'],
  ]);
});

const ALGORITHMS = 'ES256, ES384, ES512, RS256, RS384, RS512, PS256, PS384, PS512, EdDSA';
const ROLES = 'applicant, juror, agent, siae, buyer, producer, partner, admin';
const PAIRS = `OIDC_ROLE_MAP : des couples « nom chez le fournisseur=rôle » séparés par des virgules sont attendus, avec pour rôles ${ROLES}`;

test.each([
  [{ OIDC_ISSUER: 'identity' }, 'OIDC_ISSUER : une adresse https://… est attendue'],
  [
    { OIDC_ISSUER: 'http://identity.example' },
    'OIDC_ISSUER : une adresse https://… est attendue (http:// pour cette machine seulement)',
  ],
  [
    { ...PRODUCTION, PUBLIC_URL: 'https://ess.example/portail' },
    'PUBLIC_URL : une adresse sans chemin est attendue',
  ],
  [
    { ...PRODUCTION, PUBLIC_URL: 'https://ess.example/?a' },
    'PUBLIC_URL : une adresse sans « ? » ni « # » est attendue',
  ],
  [{ OIDC_ALGORITHMS: 'HS256' }, `OIDC_ALGORITHMS : une liste parmi ${ALGORITHMS} est attendue`],
  [{ OIDC_ALGORITHMS: 'ES256,none' }, `OIDC_ALGORITHMS : une liste parmi ${ALGORITHMS} est attendue`],
  [
    { OIDC_USERINFO_ALGORITHM: 'HS256' },
    `OIDC_USERINFO_ALGORITHM : un algorithme parmi ${ALGORITHMS} est attendu`,
  ],
  [{ OIDC_TOKEN_TYPES: 'id' }, 'OIDC_TOKEN_TYPES : une liste parmi at+jwt, JWT est attendue'],
  [{ OIDC_TOKEN_MAX_AGE: '1' }, 'OIDC_TOKEN_MAX_AGE : au moins 60 secondes sont attendues'],
  [{ OIDC_ROLE_MAP: 'chef=boss' }, PAIRS],
  [{ OIDC_ROLE_MAP: 'agent' }, PAIRS],
  [{ OIDC_DEFAULT_ROLES: 'visitor' }, `OIDC_DEFAULT_ROLES : une liste parmi ${ROLES} est attendue`],
  [
    { SESSION_SECRET: 'too short' },
    'SESSION_SECRET : au moins 32 octets au hasard sont attendus, par exemple ceux de « openssl rand -base64 32 »',
  ],
  [
    { OIDC_CLIENT_ID: 'a', OIDC_AUDIENCE: 'a' },
    'OIDC_AUDIENCE : une autre valeur que celle de OIDC_CLIENT_ID est attendue',
  ],
])('%j is refused in French', (env, problem) => {
  expect(problemsOf(env)).toEqual([problem]);
});
