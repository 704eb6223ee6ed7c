import type { DomainName } from '@graphess/platform';
import { PermissionError, type Response, type Subgraph, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import { type GraphQLObjectType, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import type { WalkGraph } from './walk-graph.fixture.ts';
import { asked, type Path, pathsOf, type Samples, valuesAt } from './walk-paths.fixture.ts';
import { mayAsk, type Rules, rulesOf } from './walk-rules.fixture.ts';

export type WalkSettings = {
  graph: WalkGraph;
  api: GraphQLSchema;
  domains: Readonly<Record<DomainName, Subgraph>>;
  viewers: Readonly<Record<string, Viewer>>;
  samples: Samples;
  /** An id of each entity, to be found by `node` and by references; null where none exists yet. */
  ids: Readonly<Record<string, { id: string; exists: boolean }>>;
  /** Hears every answer. */
  onAnswer?: (role: string, response: Response) => void;
};

export type Walk = {
  /** How many (role, field, path) were asked, by kind of path, and how many of them gave a value. */
  readonly tried: Record<string, number>;
  read: number;
  /** What differs from the table: who reads what, who is refused what. */
  readonly leaks: string[];
  readonly overRefused: string[];
};

type Ask = (viewer: Viewer, query: string) => Promise<Response>;
type Stretch = { kind: string; path: Path; type: GraphQLObjectType; fields: readonly string[]; ask: Ask };
type Found = Walk & { readonly settings: WalkSettings; readonly rules: Rules };

/** Walks role × field × path: through the composed graph, through references, and at each resolver by itself. */
export async function walk(settings: WalkSettings): Promise<Walk> {
  const rules = rulesOf(settings.domains);
  const found: Found = { tried: {}, read: 0, leaks: [], overRefused: [], settings, rules };
  const stretches = [...throughTheGraph(settings, rules), ...throughIds(settings)];
  // Roles side by side: most of the time is waiting for the database.
  await Promise.all(
    Object.entries(settings.viewers).map(async ([role, viewer]) => {
      for (const stretch of stretches) await walkStretch(found, role, viewer, stretch);
      for (const domain of Object.keys(settings.domains) as DomainName[])
        await askResolvers(found, role, viewer, domain);
    }),
  );
  return found;
}

function throughTheGraph({ api, samples, graph }: WalkSettings, rules: Rules): Stretch[] {
  const isOpen = (name: string) => mayAsk(VISITOR, rules.get(name));
  const { shortest, others } = pathsOf(api, samples, isOpen);
  const stretch = (kind: string) => (path: Path) => {
    const type = api.getType(path.type);
    return isObjectType(type)
      ? [{ kind, path, type, fields: Object.keys(type.getFields()), ask: graph.ask }]
      : [];
  };
  // Where everything is open to everybody, one path to it is enough.
  const guarded = others.filter(({ type, steps }) => {
    const own = [...rules.values()].filter((row) => row.type === type);
    return own.some(({ rule }) => rule !== 'public') || !steps.every(isOpen);
  });
  return [
    ...[...shortest.values()].flatMap(stretch('shortest path')),
    ...guarded.flatMap(stretch('other paths')),
  ];
}

function throughIds({ api, domains, graph, ids }: WalkSettings): Stretch[] {
  return Object.entries(ids).flatMap(([name, { id, exists }]) => {
    const type = api.getType(name);
    if (!isObjectType(type)) return [];
    const path = (root: string, key: string): Path => ({
      type: name,
      operation: 'query',
      steps: [],
      keys: [key],
      exists,
      wrap: (selection) => `{ ${root} { __typename ... on ${name} { ${selection} } } }`,
    });
    const fields = Object.keys(type.getFields());
    const references = (Object.keys(domains) as DomainName[])
      .filter((domain) => domains[domain].references[name] !== undefined)
      .map((domain) => ({
        kind: 'references',
        path: path(`_entities(representations: [{ __typename: "${name}", id: "${id}" }])`, '_entities'),
        type,
        fields: fields.filter((field) => domains[domain].permissionRows().has(`${name}.${field}`)),
        ask: (viewer: Viewer, query: string) => graph.askDomain(domain, viewer, query),
      }));
    return [
      { kind: 'node', path: path(`node(id: "${id}")`, 'node'), type, fields, ask: graph.ask },
      ...references,
    ];
  });
}

async function walkStretch(found: Found, role: string, viewer: Viewer, stretch: Stretch): Promise<void> {
  const { kind, path, type, fields, ask } = stretch;
  const { samples, onAnswer } = found.settings;
  const may = (name: string) => mayAsk(viewer, found.rules.get(name));
  // A refused write is answered by a PermissionError, which tells anybody so.
  const reachable = path.type === 'PermissionError' || path.steps.every(may);
  const open = fields.filter((field) => reachable && may(`${type.name}.${field}`));
  const closed = fields.filter((field) => !open.includes(field));
  const run = async (names: readonly string[]) => {
    found.tried[kind] = (found.tried[kind] ?? 0) + names.length;
    const response = await ask(viewer, path.wrap(names.map((name) => asked(type, name, samples)).join(' ')));
    onAnswer?.(role, response);
    return response;
  };
  // A write that is allowed would be made.
  if (open.length > 0 && path.operation === 'query') {
    const response = await run(open);
    if (isRefused(response)) found.overRefused.push(`${role}: ${path.wrap(open.join(' '))}`);
    found.read += open.filter((name) => valuesAt(response.data, [...path.keys, name]).length > 0).length;
  }
  // Below a refused step nothing is reached, whatever is asked. Elsewhere a field that may not be null takes its siblings
  // along when it is refused: it is asked by itself.
  const mayBeNull = closed.filter((name) => !isNonNullType(type.getFields()[name]?.type));
  const alone = closed.filter((name) => !mayBeNull.includes(name)).map((name) => [name]);
  const asks = reachable ? [mayBeNull, ...alone] : [closed];
  for (const names of asks.filter(({ length }) => length > 0)) {
    const response = await run(names);
    const refused = new Set(response.errors?.filter(isRefusal).map(({ path: at }) => at?.at(-1)));
    const reached = path.exists && objectsAt(response, path).length > 0;
    for (const name of names) {
      const values = valuesAt(response.data, [...path.keys, name]);
      const seen = values.some(isValue);
      const passed = reached && reachable && !refused.has(name) && values.every(isValue);
      if (seen || passed) found.leaks.push(`${role}: ${path.wrap(name)}`);
    }
    if (!reachable && reached && !isRefused(response)) found.leaks.push(`${role}: ${path.wrap('…')}`);
  }
}

/** Asks each resolver of a restricted field with no object behind it: what comes of it matters only if it is a refusal. */
async function askResolvers(found: Found, role: string, viewer: Viewer, domain: DomainName): Promise<void> {
  const { graph } = found.settings;
  const ctx = graph.open(domain).newContext(viewer, 'walk');
  for (const row of found.settings.domains[domain].permissionRows().values()) {
    if (row.rule === 'public' || row.otherwise !== null) continue;
    const allowed = mayAsk(viewer, row);
    if (allowed && row.type === 'Mutation') continue;
    found.tried['resolvers'] = (found.tried['resolvers'] ?? 0) + 1;
    const type = graph.schema(domain).getType(row.type);
    const resolve = isObjectType(type) ? type.getFields()[row.field]?.resolve : undefined;
    const outcome: unknown = await Promise.resolve()
      .then(() => resolve?.({}, {}, ctx, {} as never))
      .catch((error: unknown) => error);
    const refused =
      outcome instanceof PermissionError ||
      (outcome instanceof Error && 'extensions' in outcome && isRefusal(outcome as Coded));
    if (refused === allowed)
      (allowed ? found.overRefused : found.leaks).push(`${role}: ${row.type}.${row.field}`);
  }
}

type Coded = { extensions?: Record<string, unknown> | undefined };

function isRefusal({ extensions }: Coded): boolean {
  return extensions?.['code'] === 'UNAUTHENTICATED' || extensions?.['code'] === 'FORBIDDEN';
}

function isRefused({ data, errors }: Response): boolean {
  return (errors ?? []).some(isRefusal) || JSON.stringify(data ?? null).includes('"PermissionError"');
}

/** A refused write gives a PermissionError in place of what it would have made. */
function isValue(value: unknown): boolean {
  return !(
    typeof value === 'object' &&
    value !== null &&
    '__typename' in value &&
    value.__typename === 'PermissionError'
  );
}

/** The objects that the path was meant for: a field of theirs that is neither there nor refused is odd. */
function objectsAt({ data }: Response, { keys, type }: Path): unknown[] {
  return valuesAt(data, keys).filter(
    (each) =>
      typeof each === 'object' && each !== null && (!('__typename' in each) || each.__typename === type),
  );
}
