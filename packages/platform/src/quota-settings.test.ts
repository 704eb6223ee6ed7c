import { expect, test } from 'vitest';
import { platformSettings } from './settings.ts';

const PRODUCTION = { NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@h:5432/d' };

test('production bounds what one address, one person and one key may ask; locally nobody meets a limit', () => {
  expect([platformSettings(PRODUCTION).quotas, platformSettings({}).quotas]).toEqual([
    {
      addressPerMinute: 300,
      personPerMinute: 300,
      keyPerMinute: 300,
      pointsPerMinute: 20_000,
      refusedCredentialsPerMinute: 60,
    },
    {
      addressPerMinute: 1_000_000,
      personPerMinute: 1_000_000,
      keyPerMinute: 100_000,
      pointsPerMinute: 10_000_000,
      refusedCredentialsPerMinute: 1_000_000,
    },
  ]);
});

test('each quota is set by its variable', () => {
  const env = {
    ...PRODUCTION,
    QUOTA_ADDRESS_PER_MINUTE: '1',
    QUOTA_PERSON_PER_MINUTE: '2',
    QUOTA_KEY_PER_MINUTE: '3',
    QUOTA_POINTS_PER_MINUTE: '4',
    QUOTA_REFUSED_CREDENTIALS_PER_MINUTE: '5',
  };
  expect(Object.values(platformSettings(env).quotas)).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  [undefined, []],
  ['10.0.0.5', ['10.0.0.5']],
  ['10.0.0.5, 10.1.0.0/16\n2001:db8::/32', ['10.0.0.5', '10.1.0.0/16', '2001:db8::/32']],
])('TRUSTED_PROXIES=%j', (text, proxies) => {
  expect(platformSettings(text === undefined ? {} : { TRUSTED_PROXIES: text }).trustedProxies).toEqual(
    proxies,
  );
});

const PROXIES =
  'TRUSTED_PROXIES : une liste d’adresses ou de réseaux est attendue, par exemple 10.0.0.5,10.1.0.0/16';

test.each([
  [
    { QUOTA_ADDRESS_PER_MINUTE: '0' },
    'QUOTA_ADDRESS_PER_MINUTE : un nombre entier de 1 à 10000000 est attendu',
  ],
  [{ QUOTA_KEY_PER_MINUTE: '100001' }, 'QUOTA_KEY_PER_MINUTE : un nombre entier de 1 à 100000 est attendu'],
  [
    { QUOTA_POINTS_PER_MINUTE: 'x' },
    'QUOTA_POINTS_PER_MINUTE : un nombre entier de 1 à 10000000 est attendu',
  ],
  [{ TRUSTED_PROXIES: 'true' }, PROXIES],
  [{ TRUSTED_PROXIES: '0.0.0.0/0' }, PROXIES],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, PROXIES],
  [{ TRUSTED_PROXIES: 'proxy.internal' }, PROXIES],
])('%j is refused in French', (env, problem) => {
  expect(() => platformSettings(env)).toThrow(`La configuration est incorrecte :\n  - ${problem}`);
});
