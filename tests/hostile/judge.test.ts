import { expect, test } from 'vitest';
import type { ActiveCase } from './case.ts';
import { refusedDocument } from './expectations.ts';
import { complaintsOf, holdsValue } from './judge.ts';
import type { Answer } from './send.ts';
import type { World } from './world.ts';

const CASE: ActiveCase = {
  id: 'TEST-1',
  category: 'test',
  severity: 'low',
  intent: 'See what the judge sees.',
  source: 'own',
  shot: () => ({ method: 'GET', path: '/', headers: {} }),
  expect: refusedDocument(),
  twin: 'a short document',
};

const REFUSAL: Answer = {
  status: 400,
  headers: {},
  text: '',
  bytes: 90,
  milliseconds: 1,
  body: { errors: [{ message: 'Non.', extensions: { code: 'OPERATION_LIMIT' } }] },
  failure: null,
  statuses: [400],
  closed: true,
};

/** The judge looks at the secrets of a world alone. */
const WORLD: Partial<World> = { secrets: [] };
const judged = (answer: Partial<Answer>) => complaintsOf(CASE, [{ ...REFUSAL, ...answer }], WORLD as World);

test('the refusal that is expected passes, and each way to miss it is told', () => {
  expect([
    judged({}),
    judged({ status: 200 }),
    judged({ body: { data: { calls: [{ edition: 1 }] } } }),
    judged({ body: { errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] } }).length,
    judged({ bytes: 100_000 }),
    judged({ failure: 'TIMEOUT' }),
    judged({ text: 'Did you mean "edition"?' }),
  ]).toEqual([
    [],
    ['status 200, expected 400'],
    [expect.stringContaining('no error'), expect.stringContaining('data came back')],
    1,
    ['100000 bytes, at most 4096'],
    ['no answer: TIMEOUT'],
    ['tells a suggestion'],
  ]);
});

test('null and empty lists hold nothing', () => {
  expect([null, [], { a: null, b: [] }, { a: [{ b: null }] }, 0, { a: [{ b: '' }] }].map(holdsValue)).toEqual(
    [false, false, false, false, true, true],
  );
});
