import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestIssuer, testIssuer } from '../testing/issuer.ts';
import { readAccessToken } from './access-token.ts';
import { publishedKeys } from './published-keys.ts';

const MINUTE = 60_000;

let issuer: TestIssuer;
let at = 0;
let read: (token: string) => Promise<string>;

beforeEach(async () => {
  issuer = await testIssuer();
  at = 1_000_000;
  const keys = publishedKeys({ issuer: issuer.url, now: () => at });
  const settings = {
    audience: issuer.audience,
    algorithms: ['ES256'],
    tokenTypes: ['at+jwt'],
    maxTokenAge: 43_200,
  };
  read = (token) =>
    readAccessToken(token, { issuer: issuer.url, keys, settings, without: new Set() }).then(
      ({ sub }) => sub ?? '',
      (error: Error) => error.message || error.name,
    );
});
afterEach(() => issuer.stop());

test('keys are asked for once, whatever the number of tokens', async () => {
  const tokens = await Promise.all(Array.from({ length: 20 }, () => issuer.token({ sub: 'a' })));
  expect([await Promise.all(tokens.map(read)), issuer.keySetRequests()]).toEqual([tokens.map(() => 'a'), 1]);
});

test('a new key is found when a token names it; a withdrawn one is refused once it is known to be', async () => {
  const old = await issuer.token({ sub: 'old' });
  expect(await read(old)).toBe('old');
  await issuer.rotateKeys({ forget: true });
  at += MINUTE;
  expect(await read(old)).toBe('old');
  expect(await read(await issuer.token({ sub: 'new' }))).toBe('new');
  at += MINUTE;
  expect(await read(old)).toBe('UNKNOWN_KEY');
});

test('during a rotation the old key and the new one serve', async () => {
  const old = await issuer.token({ sub: 'old' });
  await issuer.rotateKeys();
  expect([await read(old), await read(await issuer.token({ sub: 'new' }))]).toEqual(['old', 'new']);
});

test('invented key ids make no flood of questions', async () => {
  await read(await issuer.token());
  at += MINUTE;
  const answers = [];
  for (let count = 0; count < 20; count += 1) answers.push(await read(await issuer.forged('unknown key')));
  expect([new Set(answers), issuer.keySetRequests()]).toEqual([new Set(['UNKNOWN_KEY']), 2]);
});

test('while the issuer is away, known keys serve and nobody can tell for others', async () => {
  const [known, unknown] = [await issuer.token({ sub: 'a' }), await issuer.forged('unknown key')];
  expect(await read(known)).toBe('a');
  await issuer.goAway();
  at += 30 * MINUTE;
  expect([await read(known), await read(unknown), await read(known)]).toEqual(['a', 'KeysUnreachable', 'a']);
  at += 25 * 60 * MINUTE;
  expect(await read(known)).toBe('KeysUnreachable');
  await issuer.comeBack();
  at += MINUTE;
  expect([await read(known), await read(unknown)]).toEqual(['a', 'UNKNOWN_KEY']);
});

test('an issuer that was never there opens nothing, and is asked again when it comes', async () => {
  const token = await issuer.token({ sub: 'a' });
  await issuer.goAway();
  expect(await read(token)).toBe('KeysUnreachable');
  await issuer.comeBack();
  at += 3_000;
  expect(await read(token)).toBe('a');
});
