import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { QueryFailedError } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import { BadInput, Fault } from './errors.ts';
import { describeError, presentError } from './mask.ts';
import { type OpenSubgraph, openSubgraph } from './open-subgraph.ts';
import { library } from './testing/library/library.fixture.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { VISITOR } from './viewer.ts';

const SECRET = 'secret-7319';
const MASKED = 'Une erreur interne est survenue. Indiquez la référence request-1 pour obtenir de l’aide.';
const INTERNAL = { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' };

let database: TestDatabase;
let open: OpenSubgraph;
let lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });

beforeAll(async () => {
  database = await createTestDatabase([library]);
  open = await openSubgraph(library, { databaseUrl: database.url, clock: systemClock, log });
});
afterAll(async () => {
  await open.close();
  await database.drop();
});
beforeEach(() => {
  lines = [];
});

async function failure(kind: string) {
  return open.execute(
    { query: 'query ($kind: String!) { failure(kind: $kind) }', variables: { kind } },
    open.newContext(VISITOR, 'request-1'),
  );
}

test.each([
  [
    'bad-input',
    {
      message: 'Ce genre d’échec ne se demande pas.',
      path: ['failure'],
      extensions: { code: 'BAD_USER_INPUT', argument: 'kind' },
    },
  ],
  [
    'fault',
    {
      message: 'Vous n’avez pas le droit d’accéder à cette information.',
      path: ['failure'],
      extensions: { code: 'FORBIDDEN' },
    },
  ],
])('a %s thrown by a resolver is shown as it is and not logged', async (kind, error) => {
  expect([(await failure(kind)).errors, lines]).toEqual([[error], []]);
});

test.each(['bug', 'not-an-error', 'query', 'constraint', 'bad-result'])(
  'a failure of kind %s is masked, and the log holds no value',
  async (kind) => {
    expect((await failure(kind)).errors).toEqual([
      { message: MASKED, path: ['failure'], extensions: INTERNAL },
    ]);
    expect(lines.map((line) => line.includes(SECRET))).toEqual([false]);
  },
);

test('the log tells the statement, the SQLSTATE and the place, under the request id, and neither parameters nor message', async () => {
  await failure('constraint');
  const { at, ...told } = JSON.parse(lines[0] ?? '{}') as { at: string[] };
  expect({ ...told, time: 0, pid: 0, hostname: '' }).toEqual({
    level: 50,
    time: 0,
    pid: 0,
    hostname: '',
    requestId: 'request-1',
    kind: 'QueryFailedError',
    sqlState: '23514',
    sql: `INSERT INTO book (id, title, pages) VALUES ($1, 'Title', -1)`,
    msg: 'unexpected error',
  });
  expect(at.every((line) => line.startsWith('at '))).toBe(true);
});

const driverError = Object.assign(new Error(`invalid input syntax for type integer: "${SECRET}"`), {
  severity: 'ERROR',
  code: '22P02',
  detail: `Failing row contains (${SECRET})`,
});
const failed = new QueryFailedError('SELECT $1::int', [SECRET], driverError);
const located = (cause: Error) => new GraphQLError(cause.message, { path: ['book'], originalError: cause });

test.each([
  ['an error of the driver', driverError],
  ['an error of TypeORM', failed],
  ['an error of TypeORM that graphql-js wrapped', located(failed)],
  ['an error of TypeORM that was wrapped twice', located(located(failed))],
  [
    'a value that graphql-js cannot print',
    located(new GraphQLError(`Int cannot represent non-integer value: "${SECRET}"`)),
  ],
  [
    'a type that graphql-js does not find',
    located(new GraphQLError(`Expected value of type "Book" but got: { title: "${SECRET}" }.`)),
  ],
  ['a string', SECRET],
  ['nothing', undefined],
])('%s is masked, without its value for the client nor for the log', (_kind, error) => {
  const { message, extensions } = presentError(error, { requestId: 'request-1', log });
  expect({ message, extensions }).toEqual({ message: MASKED, extensions: INTERNAL });
  expect([lines.length, lines.join('').includes(SECRET)]).toEqual([1, false]);
});

test('a message of several lines leaves none of them among the places', () => {
  const error = new TypeError(`first\n    at ${SECRET}`);
  const { at } = describeError(error) as { at: string[] };
  expect(at.some((line) => line.includes(SECRET))).toBe(false);
});

test('our faults survive any wrapping, with the extensions meant for clients alone', () => {
  const fault = new Fault('SUBGRAPH_UNAVAILABLE', 'Le domaine ne répond pas.', {
    domain: 'library',
    address: SECRET,
  });
  const { message, extensions } = presentError(located(located(fault)), { requestId: 'request-1', log });
  expect({ message, extensions }).toEqual({
    message: 'Le domaine ne répond pas.',
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'library', requestId: 'request-1' },
  });
});

test('a fault of ours keeps its code when the server wraps it under another', () => {
  const fault = new BadInput('day', 'Une date est attendue.');
  const wrapped = new GraphQLError(fault.message, {
    originalError: fault,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
  expect(presentError(wrapped, { requestId: 'request-1', log }).extensions).toEqual({
    code: 'BAD_USER_INPUT',
    argument: 'day',
  });
});

test('an operation that the document does not have is the client’s mistake', () => {
  const unknown = new GraphQLError('Unknown operation named "x".');
  const byServer = new GraphQLError(unknown.message, {
    originalError: unknown,
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });
  expect([unknown, byServer].map((error) => presentError(error, { requestId: 'r', log }).extensions)).toEqual(
    [{ code: 'BAD_USER_INPUT' }, { code: 'BAD_USER_INPUT' }],
  );
});
