import { inDatabase } from '../../../gateway/src/testing/in-database.ts';
import type { HostileCase } from '../case.ts';
import { harmless, rowsOf } from '../expectations.ts';
import { ask, numbered } from '../shots.ts';
import type { World } from '../world.ts';

/** What the federation itself gets wrong, and what it does when a part is away. */
export const federation: readonly HostileCase[] = [
  {
    id: 'FED-001',
    category: 'federation',
    severity: 'medium',
    intent: 'Get a title for an identifier, silently, by an alias that is the name of the key.',
    source: 'apollographql/federation, issue 3036',
    shot: ask(
      '{ laureates(first: 1, filter: { editions: [3] }) { nodes { id: applicantName organization { isLaureate } } } }',
    ),
    expect: harmless({
      holds: (answer) =>
        answer.status === 200 && rowsOf(answer, 'laureates').some(({ id }) => String(id).startsWith('APP:'))
          ? 'the alias holds the identifier, not what was asked'
          : null,
    }),
    twin: 'an entity across subgraphs',
  },
  {
    id: 'FED-002',
    category: 'federation',
    severity: 'medium',
    intent: 'Get a value for a type name, or the other way round.',
    source: 'apollographql/federation, issue 3036',
    shot: ask('{ laureates(first: 1) { nodes { __typename: applicantName organization { isLaureate } } } }'),
    expect: harmless({
      holds: (answer) =>
        answer.status === 200 &&
        rowsOf(answer, 'laureates').some(({ __typename }) => __typename === 'Application')
          ? 'the alias holds the type name, not what was asked'
          : null,
    }),
    twin: 'an entity across subgraphs',
  },
  {
    id: 'FED-501',
    category: 'federation',
    severity: 'medium',
    intent: 'Get the name of a structure for that of its territory, by an alias equal to another field.',
    source: 'own: any field that the plan fetches for itself',
    shot: ask('{ laureates(first: 1) { nodes { organization { name: id id: name isLaureate } } } }'),
    expect: harmless({
      holds: ({ status, text }) =>
        status === 200 && !/"name":"ORG:[^"]+","id":"(?!ORG:)/.test(text) ? 'the aliases are mixed up' : null,
    }),
    twin: 'an entity across subgraphs',
  },
  {
    id: 'FED-502',
    category: 'federation',
    severity: 'low',
    intent: 'Take a name that the planner uses for itself.',
    source: 'own: aliases that begin with two underscores',
    shot: ask('{ __entities: calls { edition } _entities: calls { edition } }'),
    expect: harmless({
      holds: ({ status, text }) =>
        status === 200 && !/"_entities":\[\{"edition":\d/.test(text) ? 'an alias lost its value' : null,
    }),
    twin: 'a short document',
  },
  {
    id: 'FED-004',
    category: 'federation',
    severity: 'high',
    intent: 'Blow the query plan up by the same entity in nine aliases and their fragments.',
    source: 'CVE-2024-43414',
    shot: ask(
      `{ ${numbered(9, 'a#: laureates(first: 1) { nodes { id organization { isLaureate seat { siaes(first: 1) { totalCount } } } ... on Application { id organization { isLaureate jointProjects { id } } } } } ')} }`,
    ),
    expect: harmless(),
    twin: 'an entity across subgraphs',
  },
  {
    id: 'FED-503',
    category: 'federation',
    severity: 'medium',
    intent: 'Ask an entity for a type that it is not.',
    source: 'own: fragments on the wrong member of an interface',
    shot: ask(
      '{ node(id: "COM:92050") { ... on Application { title requested { cents } } ... on Need { title } } }',
    ),
    expect: { status: [200, 400], data: 'none' },
    twin: 'a node by its id',
  },
  {
    id: 'FED-005',
    category: 'federation',
    severity: 'medium',
    intent: 'Use the outage of one domain to take the others away, or to see inside.',
    source: 'partial results of federated graphs',
    shot: ask('{ laureates(first: 1) { nodes { id } } events(first: 1) { nodes { id } } }'),
    during: (world) => withoutTables(world, 'events'),
    expect: {
      status: [200],
      codes: ['SUBGRAPH_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'],
      // What the shapes of the graph do to a list that is not nullable is no leak.
      never: [/events_away/, /relation/],
    },
    twin: 'a list of one',
  },
  {
    id: 'DOS-046',
    category: 'slow',
    severity: 'high',
    intent: 'Wait for a domain that hangs, and hold the door open meanwhile.',
    source: 'OWASP GraphQL Cheat Sheet, timeouts; Apollo Router, 30 seconds',
    shot: ask('{ calls { edition } laureates(first: 1) { nodes { id } } }'),
    during: (world) => lockedTable(world, 'grants.application'),
    expect: {
      status: [200, 503, 504],
      codes: ['SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'INTERNAL_SERVER_ERROR'],
      holds: ({ milliseconds }) => (milliseconds > 9_000 ? 'nobody gave up' : null),
    },
    twin: 'a list of one',
  },
];

/** The tables of a domain are elsewhere for a while. */
async function withoutTables(world: World, schema: string): Promise<() => Promise<void>> {
  const rename = (from: string, to: string) =>
    inDatabase(world.databaseUrl, async (client) => {
      await client.query(`ALTER SCHEMA ${from} RENAME TO ${to}`);
    });
  await rename(schema, `${schema}_away`);
  return () => rename(`${schema}_away`, schema);
}

/** Somebody holds a table and does not let go. */
async function lockedTable(world: World, table: string): Promise<() => Promise<void>> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let locked = (): void => {};
  const begun = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const whole = inDatabase(world.databaseUrl, async (client) => {
    await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    locked();
    await held;
    await client.query('ROLLBACK');
  });
  await Promise.race([begun, whole]);
  return () => {
    release();
    return whole;
  };
}
