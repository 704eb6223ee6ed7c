import type { ActiveCase, HostileCase } from '../case.ts';
import { harmless, refusedCredential, refusedRequest, refusedViewer } from '../expectations.ts';
import { ask, askUnder, graphUrl } from '../shots.ts';
import type { World } from '../world.ts';

const PROTECTED = '{ applications(first: 1) { nodes { id } } }';

const authn = { category: 'authn', severity: 'high', twin: 'the list of an agent' } as const;

const KEY_ATTACKS: readonly (readonly [id: string, key: (world: World) => string, intent: string])[] = [
  [
    'KEY-501',
    ({ keys }) => `${keys.statistics.slice(0, -1)}${keys.statistics.endsWith('0') ? '1' : '0'}`,
    'Guess a key whose checksum is wrong.',
  ],
  ['KEY-502', () => 'ess_live_000000000000000000000000000000000000', 'Guess a key made of zeros.'],
  ['KEY-503', ({ keys }) => keys.statistics.toUpperCase(), 'Write a good key in capitals.'],
  [
    'KEY-504',
    ({ keys }) => keys.statistics.replace('live', 'test'),
    'Take a key of one posture for the other.',
  ],
  ['KEY-505', ({ keys }) => keys.statistics.slice(0, 15), 'Use the part of a key that is shown in lists.'],
  ['KEY-506', ({ keys }) => `${keys.statistics}, ${keys.directory}`, 'Give two keys in one header.'],
];

/** API keys: guessed, shown, spent, and kept too long. */
export const keys: readonly HostileCase[] = [
  {
    ...authn,
    id: 'AUTHN-122',
    severity: 'medium',
    intent: 'Give a key in the address.',
    source: 'ASVS 5.0, 14.2.1',
    shot: (world) => ({
      ...ask('{ calls { edition } }', undefined, 'nobody')(world),
      path: graphUrl({ api_key: world.keys.statistics }),
    }),
    expect: refusedRequest({ status: [400, 401, 403] }),
    twin: 'a key in its header',
  },
  ...['key', 'apikey', 'x-api-key', 'nothing_special'].map(
    (name, n): ActiveCase => ({
      ...authn,
      id: `KEY-52${n}`,
      severity: 'medium',
      intent: `Give a key in the address, as ${name}.`,
      source: 'own: whatever the parameter is called',
      shot: (world) => ({
        ...ask('{ calls { edition } }', undefined, 'applicant')(world),
        path: graphUrl({ [name]: world.keys.statistics }),
      }),
      expect: refusedRequest({ status: [400] }),
      twin: 'a key in its header',
    }),
  ),
  {
    ...authn,
    id: 'AUTHN-124',
    severity: 'medium',
    intent: 'Close the quotation of the query that looks for a key.',
    source: 'SQL injection in credentials',
    shot: askUnder({ 'x-api-key': "' OR '1'='1" }, PROTECTED, 'nobody'),
    expect: refusedViewer({ status: [401] }),
    twin: 'a key in its header',
  },
  {
    ...authn,
    id: 'AUTHN-126',
    intent: 'Go on using a key that was revoked.',
    source: 'life of API keys',
    shot: (world) => askUnder({ 'x-api-key': world.keys.revoked }, '{ calls { edition } }', 'nobody')(world),
    expect: refusedCredential(),
    twin: 'a key in its header',
  },
  ...KEY_ATTACKS.map(
    ([id, key, intent]): ActiveCase => ({
      ...authn,
      id,
      severity: 'medium',
      intent,
      source: 'own: keys guessed from what is known of them',
      shot: (world) => askUnder({ 'x-api-key': key(world) }, '{ calls { edition } }', 'nobody')(world),
      expect: {
        status: [400, 401],
        codes: ['UNAUTHENTICATED', 'BAD_REQUEST'],
        data: 'none',
        maxBytes: 4_096,
      },
      twin: 'a key in its header',
    }),
  ),
  {
    ...authn,
    id: 'KEY-507',
    intent: 'Read what agents may with the key of a partner.',
    source: 'own: scopes of keys; ASVS 5.0, 8.2.1',
    shot: (world) => askUnder({ 'x-api-key': world.keys.statistics }, PROTECTED, 'nobody')(world),
    expect: refusedViewer(),
    twin: 'a key in its header',
  },
  {
    ...authn,
    id: 'KEY-508',
    intent: 'Order more keys with a key.',
    source: 'own: rights that breed',
    shot: (world) =>
      askUnder(
        { 'x-api-key': world.keys.statistics },
        'mutation { createApiKey(input: { idempotencyKey: "k", partner: "Moi", scopes: ["bi:read"] }) { __typename } }',
        'nobody',
      )(world),
    expect: harmless({ never: [/CreateApiKeySuccess/] }),
    twin: 'a key in its header',
  },
];
