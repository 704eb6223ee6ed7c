import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guard } from '../guards.ts';
import type { Forgery } from '../testing/forged-tokens.ts';
import { type TestIssuer, testIssuer } from '../testing/issuer.ts';
import { readAccessToken } from './access-token.ts';
import { publishedKeys } from './published-keys.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await testIssuer();
});
afterAll(() => issuer?.stop());

const read = (token: string, tokenTypes: string[] = ['at+jwt'], without: Guard[] = []) =>
  readAccessToken(token, {
    issuer: issuer.url,
    keys: publishedKeys({ issuer: issuer.url }),
    settings: { audience: issuer.audience, algorithms: ['ES256'], tokenTypes, maxTokenAge: 43_200 },
    without: new Set(without),
  }).then(
    () => 'accepted',
    (error: Error) => error.message,
  );

/** Keycloak writes `JWT` in the header and says in a claim what the token is for. */
const KEYCLOAK = { typ: 'Bearer', azp: 'portail', realm_access: { roles: ['instructeur'] } };

test.each([
  ['an access token of RFC 9068', {}, {}, ['at+jwt'], 'accepted'],
  ['its long name', {}, { typ: 'application/at+jwt' }, ['at+jwt'], 'accepted'],
  ['one of Keycloak, where settings do not say so', KEYCLOAK, { typ: 'JWT' }, ['at+jwt'], 'WRONG_TYPE'],
  ['one of Keycloak, where they do', KEYCLOAK, { typ: 'JWT' }, ['at+jwt', 'JWT'], 'accepted'],
  ['one of an old Keycloak, with a nonce', { ...KEYCLOAK, nonce: 'n' }, { typ: 'JWT' }, ['JWT'], 'accepted'],
  ['an ID token of Keycloak', { ...KEYCLOAK, typ: 'ID' }, { typ: 'JWT' }, ['JWT'], 'WRONG_TYPE'],
  ['a refresh token of Keycloak', { ...KEYCLOAK, typ: 'Refresh' }, { typ: 'JWT' }, ['JWT'], 'WRONG_TYPE'],
  ['an ID token, by its nonce', { nonce: 'n' }, { typ: 'JWT' }, ['JWT'], 'WRONG_TYPE'],
  ['an ID token, by its at_hash', { ...KEYCLOAK, at_hash: 'h' }, { typ: 'JWT' }, ['JWT'], 'WRONG_TYPE'],
  ['a logout token', {}, { typ: 'logout+jwt' }, ['at+jwt', 'JWT'], 'WRONG_TYPE'],
  ['another audience among ours', { aud: [] as string[] }, {}, ['at+jwt'], 'WRONG_AUDIENCE'],
])('%s', async (_, claims, header, types, outcome) => {
  expect(await read(await issuer.token(claims, header), types)).toBe(outcome);
});

test('five seconds of difference between clocks are forgiven, more are not', async () => {
  const now = Math.floor(Date.now() / 1000);
  const outcomes = [];
  for (const late of [2, 30])
    outcomes.push(await read(await issuer.token({ exp: now - late, iat: now - 60 })));
  expect(outcomes).toEqual(['accepted', 'EXPIRED']);
});

test.each<[Guard, Forgery]>([
  ['token-signature', 'wrong key'],
  ['token-issuer', 'wrong issuer'],
  ['token-audience', 'wrong audience'],
  ['token-expiry', 'expired'],
  ['token-type', 'id token'],
])('without %s, « %s » would pass', async (guard, forgery) => {
  const token = await issuer.forged(forgery);
  expect([(await read(token)) === 'accepted', await read(token, ['at+jwt'], [guard])]).toEqual([
    false,
    'accepted',
  ]);
});
