import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import fc from 'fast-check';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { argumentsOf, documentFor } from './fuzz.ts';
import { leaksOf } from './leaks.ts';
import { send } from './send.ts';
import { ask } from './shots.ts';
import { hostileWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await hostileWorld({ mode: 'one process' });
});
afterAll(() => world.stop());

const sdl = readFileSync(join(PROJECT_ROOT, 'schema/api.graphql'), 'utf8');
const places = argumentsOf(sdl);

/** Values of no type in particular, and those that break something somewhere. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    {},
    [],
    [[]],
    '',
    0,
    -1,
    1.5,
    101,
    2_147_483_647,
    2_147_483_648,
    2 ** 53 + 2,
    1e308,
    'x'.repeat(10_000),
    "' OR 1=1--",
    '%_\\',
    '\u0000',
    '\ud800',
    '\u202e',
    'COM:92050',
    'ORG:',
    'APP:hostile-foreign-draft',
    '2025-02-30',
    '+300000-01-01T00:00:00Z',
    '__proto__',
    { $gt: '' },
    { constructor: { prototype: {} } },
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer(),
  fc.double(),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 150 }),
);

const LARGEST_ANSWER = 200_000;
const SECONDS = 10;

test('the document of every place is a good one', () => {
  const schema = buildSchema(sdl);
  const wrong = places.flatMap((place) =>
    validate(schema, parse(documentFor(place))).map(({ message }) => `${place.path.join('.')}: ${message}`),
  );
  expect(wrong).toEqual([]);
});

test('no value of any argument of any field breaks the platform', { timeout: 60_000 }, async () => {
  expect(places.length).toBeGreaterThan(60);
  const answered = new Set<number>();
  // A failure prints the seed, the place and the smallest value.
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), value, async (place, given) => {
      const answer = await send(world.url, ask(documentFor(place), { v: given }, 'admin')(world), 10_000);
      answered.add(answer.status);
      const codes = answer.body?.errors?.map(({ extensions }) => extensions?.code) ?? [];
      expect({
        place: place.path.join('.'),
        failure: answer.failure,
        status: answer.status < 500 ? 'good' : answer.status,
        internal: codes.includes('INTERNAL_SERVER_ERROR'),
        leaks: leaksOf(answer, world.secrets),
        small: answer.bytes <= LARGEST_ANSWER,
      }).toEqual({
        place: place.path.join('.'),
        failure: null,
        status: 'good',
        internal: false,
        leaks: [],
        small: true,
      });
    }),
    { numRuns: 2_000, interruptAfterTimeLimit: SECONDS * 1_000, markInterruptAsFailure: false },
  );
  // Values that fit and values that do not were both among them.
  expect([...answered].sort()).toEqual([200, 400]);
});
