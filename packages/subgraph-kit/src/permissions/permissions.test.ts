import { Client } from 'pg';
import { pino } from 'pino';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { openSubgraph } from '../open-subgraph.ts';
import { publisher } from '../testing/library/manuscript.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { VISITOR, type Viewer } from '../viewer.ts';

const person = (subject: string, ...held: string[]): Viewer => ({
  ...VISITOR,
  kind: 'person',
  subject,
  roles: held,
});
const EDITOR = person('editor-1', 'editor');
const READER = person('reader-1', 'reader');
const OTHER_READER = person('reader-2', 'reader');
const AUTHOR = person('author-1');
const SALES_KEY: Viewer = { ...VISITOR, kind: 'key', subject: 'KEY:1', scopes: ['sales:read'] };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(publisher);
  await graph.db.query(`INSERT INTO manuscript (id, title, state, author, email, readers, score) VALUES
    ('m1', 'Le Pont', 'PUBLISHED', 'author-1', 'secret-1@example.org', '{reader-1}', 17.5),
    ('m2', 'Le Puits', 'DRAFT', 'author-1', 'secret-2@example.org', '{}', null),
    ('m3', 'Le Quai', 'REJECTED', 'author-3', 'secret-3@example.org', '{reader-1}', 3.25)`);
});
afterAll(() => graph.stop());

type Journal = { action: string; actor_kind: string; actor: string | null; target: string };
const journalOf = async (db: EntityManager, work: () => Promise<unknown>): Promise<Journal[]> => {
  const read = () =>
    db.query('SELECT action, actor_kind, actor, target FROM journal ORDER BY seq') as Promise<Journal[]>;
  const before = (await read()).length;
  await work();
  return (await read()).slice(before);
};
const outcomeOf = async (viewer: Viewer, query: string) => {
  const { data, errors } = await graph.as(viewer).run(query);
  return errors === undefined
    ? data
    : errors.map(({ path, extensions }) => [path?.join('.'), extensions?.code]);
};

const PATHS: readonly [name: string, query: (field: string) => string, path: string][] = [
  ['a root field', (field) => `{ manuscript(id: "m1") { ${field} } }`, 'manuscript'],
  ['a list', (field) => `{ manuscripts(first: 1) { nodes { ${field} } } }`, 'manuscripts.nodes.0'],
  [
    'the edges of a list',
    (field) => `{ manuscripts(first: 1) { edges { node { ${field} } } } }`,
    'manuscripts.edges.0.node',
  ],
  ['an interface', (field) => `{ node(id: "m1") { ... on Manuscript { ${field} } } }`, 'node'],
  ['a union', (field) => `{ work(id: "m1") { ... on Manuscript { ${field} } } }`, 'work'],
  [
    'a reference from another subgraph',
    (field) =>
      `{ _entities(representations: [{ __typename: "Manuscript", id: "m1" }]) { ... on Manuscript { ${field} } } }`,
    '_entities.0',
  ],
];

describe.each(PATHS)('through %s', (_name, query, path) => {
  test('a visitor is asked to sign in, at the place of the field', async () => {
    expect(await outcomeOf(VISITOR, query('email'))).toEqual([[`${path}.email`, 'UNAUTHENTICATED']]);
  });

  test('others are refused, and whoever has the right reads', async () => {
    expect(await outcomeOf(READER, query('email'))).toEqual([[`${path}.email`, 'FORBIDDEN']]);
    expect(JSON.stringify(await outcomeOf(EDITOR, query('email')))).toContain('secret-1@example.org');
    expect(JSON.stringify(await outcomeOf(AUTHOR, query('email')))).toContain('secret-1@example.org');
  });

  test('a condition asks the database about this very object', async () => {
    expect(JSON.stringify(await outcomeOf(READER, query('reading { mean }')))).toContain('17.5');
    expect(await outcomeOf(OTHER_READER, query('reading { mean }'))).toEqual([
      [`${path}.reading`, 'FORBIDDEN'],
    ]);
  });

  test('a scope opens what no role of its bearer would', async () => {
    expect(JSON.stringify(await outcomeOf(SALES_KEY, query('sales')))).toContain('7');
    expect(JSON.stringify(await outcomeOf(SALES_KEY, query('email')))).toContain('FORBIDDEN');
  });
});

test('what is public is read without a right, next to a refusal', async () => {
  expect(await graph.run('{ manuscript(id: "m1") { id title email } }')).toMatchObject({
    data: { manuscript: { id: 'm1', title: 'Le Pont', email: null } },
    errors: [{ path: ['manuscript', 'email'], extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

test('a field with a mask refuses nobody and tells the detail to few', async () => {
  const query = '{ manuscripts { nodes { id state } } }';
  expect(await outcomeOf(AUTHOR, query)).toEqual({
    manuscripts: {
      nodes: [
        { id: 'm1', state: 'PUBLISHED' },
        { id: 'm2', state: 'PENDING' },
      ],
    },
  });
  expect(await outcomeOf(EDITOR, query)).toEqual({
    manuscripts: {
      nodes: [
        { id: 'm1', state: 'PUBLISHED' },
        { id: 'm2', state: 'DRAFT' },
        { id: 'm3', state: 'REJECTED' },
      ],
    },
  });
});

test('an aggregate over hidden values is as hidden as they are', async () => {
  expect(await outcomeOf(READER, '{ meanScore }')).toEqual([['meanScore', 'FORBIDDEN']]);
  expect(await outcomeOf(EDITOR, '{ meanScore }')).toEqual({ meanScore: 10.375 });
});

describe('an argument that would tell hidden values', () => {
  test.each([
    ['a filter', 'filter: { minScore: 4 }', 'filter.minScore'],
    ['a filter given as null', 'filter: { minScore: null }', 'filter.minScore'],
    ['an order, among others', 'orders: [TITLE_ASC, SCORE_DESC]', 'orders=SCORE_DESC'],
  ])('%s needs its right', async (name, given, probe) => {
    const reader = person(name, 'reader');
    const query = `{ manuscripts(${given}) { totalCount } }`;
    const rows = await journalOf(graph.db, async () => {
      expect(await outcomeOf(reader, query)).toEqual([['manuscripts', 'FORBIDDEN']]);
    });
    expect(rows.map(({ target }) => target)).toEqual([`Query.manuscripts(${probe})`]);
    expect(Object.keys((await outcomeOf(EDITOR, query)) as object)).toEqual(['manuscripts']);
  });

  test('left out, it asks for none', async () => {
    expect(
      await outcomeOf(
        VISITOR,
        '{ manuscripts(filter: { search: "Pont" }, orders: [TITLE_ASC]) { totalCount } }',
      ),
    ).toEqual({
      manuscripts: { totalCount: 1 },
    });
  });
});

test('what must not be known to exist is in no list, count, facet, reference or single read', async () => {
  expect(
    await outcomeOf(
      VISITOR,
      `{ manuscripts { totalCount nodes { id } pageInfo { hasNextPage } }
         found: manuscripts(filter: { search: "Puits" }) { totalCount }
         states { key count }
         manuscript(id: "m2") { id } node(id: "m3") { id }
         _entities(representations: [{ __typename: "Manuscript", id: "m2" }]) { ... on Manuscript { id } } }`,
    ),
  ).toEqual({
    manuscripts: { totalCount: 1, nodes: [{ id: 'm1' }], pageInfo: { hasNextPage: false } },
    found: { totalCount: 0 },
    states: [{ key: 'PUBLISHED', count: 1 }],
    manuscript: null,
    node: null,
    _entities: [null],
  });
});

test('a write that may not be made gives a PermissionError, and is not made', async () => {
  const write = `mutation { accept(id: "m1") { __typename ... on PermissionError { code message requiredScope } } }`;
  expect(await outcomeOf(READER, write)).toEqual({
    accept: {
      __typename: 'PermissionError',
      code: 'PERMISSION',
      message: 'Vous n’avez pas le droit de faire cette opération.',
      requiredScope: 'editor',
    },
  });
  expect(await outcomeOf(EDITOR, write)).toEqual({ accept: { __typename: 'AcceptSuccess' } });
});

describe('the journal', () => {
  test('holds one row a field at once, whatever the number of objects', async () => {
    await graph.db.query(
      `INSERT INTO manuscript (id, title, state, author) VALUES ('m4', 'Le Bac', 'PUBLISHED', 'author-3')`,
    );
    const rows = await journalOf(graph.db, () =>
      graph.as(person('reader-3', 'reader')).run('{ manuscripts { nodes { email reading { mean } } } }'),
    );
    await graph.db.query(`DELETE FROM manuscript WHERE id = 'm4'`);
    expect(rows.sort((a, b) => (a.target < b.target ? -1 : 1))).toEqual(
      ['Manuscript.email', 'Manuscript.reading'].map((target) => ({
        action: 'PERMISSION_REFUSED',
        actor_kind: 'person',
        actor: 'reader-3',
        target,
      })),
    );
  });

  test('counts what the same person is refused again in one row, and tells others apart', async () => {
    const open = await openSubgraph(publisher, {
      databaseUrl: graph.url,
      clock: systemClock,
      log: pino({ level: 'silent' }),
    });
    const query = '{ manuscript(id: "m1") { email } }';
    const ask = (viewer: Viewer) => open.execute({ query }, open.newContext(viewer, 'r'));
    const before = await graph.db.query('SELECT coalesce(max(seq), 0) AS seq FROM journal');
    for (let each = 0; each < 20; each++) await ask(READER);
    for (const viewer of [OTHER_READER, VISITOR, VISITOR]) await ask(viewer);
    await open.close();
    const rows = await graph.db.query(
      `SELECT actor_kind, actor, (details->>'count')::int AS count FROM journal
        WHERE seq > $1 AND target = 'Manuscript.email' ORDER BY seq`,
      [before[0].seq],
    );
    expect(rows).toEqual([
      { actor_kind: 'person', actor: 'reader-1', count: 1 },
      { actor_kind: 'person', actor: 'reader-2', count: 1 },
      { actor_kind: 'visitor', actor: null, count: 1 },
      { actor_kind: 'person', actor: 'reader-1', count: 19 },
      { actor_kind: 'visitor', actor: null, count: 1 },
    ]);
  });

  test('is written on connections that no request waits for', async () => {
    const statements = await graph.statementsOf(() =>
      graph.as(person('reader-4', 'reader')).run('{ manuscript(id: "m1") { email } }'),
    );
    expect(statements.filter((sql) => sql.includes('append_to_journal'))).toEqual([]);
  });

  test('holds nothing of what is allowed', async () => {
    expect(
      await journalOf(graph.db, () => graph.as(EDITOR).run('{ manuscripts { nodes { email } } }')),
    ).toEqual([]);
  });

  test('that fails lets no data through, and the log says so', async () => {
    const lines: string[] = [];
    const open = await openSubgraph(publisher, {
      databaseUrl: graph.url,
      clock: systemClock,
      log: pino({}, { write: (line) => lines.push(line) }),
    });
    const owner = new Client({ connectionString: graph.url });
    await owner.connect();
    await owner.query('ALTER FUNCTION publisher.append_to_journal RENAME TO away');
    const query = '{ manuscript(id: "m1") { email } }';
    const { data, errors } = await open.execute({ query }, open.newContext(READER, 'request-7'));
    await owner.query('ALTER FUNCTION publisher.away RENAME TO append_to_journal');
    await owner.end();
    await open.close();
    expect([data, errors?.map(({ extensions }) => extensions?.['code'])]).toEqual([
      { manuscript: { email: null } },
      ['FORBIDDEN'],
    ]);
    expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toMatchObject([
      { requestId: 'request-7', target: 'Manuscript.email', msg: 'a refusal is not journalled' },
    ]);
  });
});

test('with the guards off, everything above would be read', async () => {
  const open = await openSubgraph(publisher, {
    databaseUrl: graph.url,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    without: 'permissions',
  });
  const query = '{ manuscript(id: "m1") { email state reading { mean } } meanScore }';
  const response = await open.execute({ query }, open.newContext(VISITOR, 'r'));
  await open.close();
  expect(JSON.parse(JSON.stringify(response))).toEqual({
    data: {
      manuscript: { email: 'secret-1@example.org', state: 'PUBLISHED', reading: { mean: 17.5 } },
      meanScore: 10.375,
    },
  });
});
