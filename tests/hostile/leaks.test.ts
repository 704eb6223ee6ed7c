import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { expect, test } from 'vitest';
import { leaksOf } from './leaks.ts';

const SECRET = 'a-secret-of-this-world';
const leaks = (text: string, headers: Record<string, string> = {}) => leaksOf({ text, headers }, [SECRET]);

test.each([
  ['    at async execute (file:///srv/gateway/src/gateway.ts:10:5)'],
  ['    at Object.query (/srv/app/dist/main.js:1:200)'],
  ['{"extensions":{"stacktrace":[]}}'],
  ['see node_modules/pg/lib/client.js'],
  [`cannot open ${join(PROJECT_ROOT, 'data')}`],
  ['connect ECONNREFUSED 10.0.0.1'],
  ['TypeError: fetch failed'],
  ['http://127.0.0.1:4001/graphql'],
  ['http://localhost:4001'],
  ['QueryFailedError'],
  ['duplicate key value violates unique constraint'],
  ['relation "grants.application" does not exist'],
  ['syntax error at or near "x"'],
  ['SELECT id FROM application'],
  ['Did you mean "edition"?'],
  ['postgres://user@host/base'],
  ['-----BEGIN PRIVATE KEY-----'],
  ['RangeError: Maximum call stack size exceeded'],
  ['Cannot read properties of undefined'],
  [`your token was ${SECRET}`],
])('%s is a leak', (text) => {
  expect(leaks(text)).not.toEqual([]);
});

test('headers that tell what runs are leaks; good answers are none', () => {
  expect([
    leaks('{}', { 'x-powered-by': 'x' }),
    leaks('{"data":{"calls":[{"edition":4,"title":"Appel à projets, 4ᵉ édition"}]}}', { etag: 'W/"x"' }),
    leaks(
      '{"errors":[{"message":"La réponse à « first » est un nombre.","extensions":{"code":"BAD_USER_INPUT"}}]}',
    ),
  ]).toEqual([['tells by header x-powered-by'], [], []]);
});
