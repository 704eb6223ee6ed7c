import 'reflect-metadata';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLSchema, Kind, parse, print } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { EntityManager, MigrationInterface } from 'typeorm';
import type { Feeds } from './changes/change-source.ts';
import type { Follow } from './changes/follower.ts';
import type { Context } from './context.ts';
import { checkJobs, type Job } from './jobs/job.ts';
import type { LoadReport, LoadSettings } from './load/load.ts';
import { ACCESS_DEFINITIONS, annotateDocument } from './permissions/annotate-document.ts';
import { guardFields } from './permissions/guard-fields.ts';
import type { PermissionTable } from './permissions/permission-table.ts';
import { type FieldPermission, readPermissions } from './permissions/read-permissions.ts';
import { checkRoutes, type Route } from './route/route.ts';
import { guardArguments } from './schema/guard-arguments.ts';
import { itemBudget } from './schema/item-budget.ts';
import { sortDocument } from './schema/sort-document.ts';

type Class = new () => object;
type AbstractClass = abstract new (...args: never[]) => object;

/** Finds an entity from the keys another subgraph knows it by; null when there is none. */
export type ReferenceResolver = (keys: never, ctx: Context) => unknown;

export type SubgraphDefinition = {
  /** Also the name of its PostgreSQL schema and of its domain in errors. */
  readonly name: string;
  readonly entities: readonly Class[];
  readonly resolvers: readonly Class[];
  /** Types that no field reaches by itself: members of interfaces, stubs of other subgraphs' types. */
  readonly orphanedTypes?: readonly AbstractClass[];
  readonly references?: Readonly<Record<string, ReferenceResolver>>;
  /** Resolves the concrete type of an interface or a union whose values are not class instances. */
  readonly types?: Readonly<Record<string, (value: never) => string>>;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Who may see each field. What is not in it fails to build. */
  readonly permissions?: PermissionTable;
  /** Addresses beside the graph, under `/files/<name>`: files, letters, uploads. */
  readonly routes?: readonly Route[];
  /** Work done beside requests, once, by one of the processes. */
  readonly jobs?: readonly Job[];
  readonly feeds?: Feeds;
  readonly follows?: readonly Follow[];
  /** Loads what the subgraph knows from the start. Idempotent. */
  readonly load?: (db: EntityManager, settings: LoadSettings) => Promise<LoadReport[]>;
};

/** A subgraph as one value: start-up, schema, migrations, composition and tests all feed on it. */
export type Subgraph = Required<SubgraphDefinition> & {
  readonly typeDefs: () => DocumentNode;
  readonly schema: () => GraphQLSchema;
  /** The rows of the table of permissions, by `Type.field`. */
  readonly permissionRows: () => ReadonlyMap<string, FieldPermission>;
  /** The same schema with its guards off: for the proof that what tests them notices, and for nothing else. */
  readonly schemaWithoutPermissions: () => GraphQLSchema;
};

const FEDERATION = parse(`extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.5"
  import: ["@key", "@shareable", "@external", "@requires", "@tag", "@inaccessible", "@composeDirective"]
)`);

export function defineSubgraph(definition: SubgraphDefinition): Subgraph {
  const complete = {
    orphanedTypes: [],
    references: {},
    types: {},
    routes: [],
    jobs: [],
    feeds: {},
    follows: [],
    permissions: { public: {} },
    load: async () => [],
    ...definition,
  };
  checkRoutes(complete.name, complete.routes);
  checkJobs(complete.name, complete.jobs);
  const built = lazily(() => build(complete));
  const guarded = lazily(() => {
    const schema = built().newSchema();
    guardFields(schema, built().permissions, complete.permissions.conditions ?? {});
    return schema;
  });
  const unguarded = lazily(() => built().newSchema());
  return {
    ...complete,
    typeDefs: () => built().typeDefs,
    schema: guarded,
    permissionRows: () => built().permissions,
    schemaWithoutPermissions: unguarded,
  };
}

/** The subgraph's SDL, sorted, as committed and composed. */
export function printSubgraph(subgraph: Subgraph): string {
  return `${print(subgraph.typeDefs())}\n`;
}

type Built = {
  typeDefs: DocumentNode;
  permissions: ReadonlyMap<string, FieldPermission>;
  newSchema: () => GraphQLSchema;
};

function build(definition: Required<SubgraphDefinition>): Built {
  const plain = buildSchemaSync({
    resolvers: definition.resolvers as unknown as NonEmptyArray<Class>,
    orphanedTypes: [...definition.orphanedTypes] as Class[],
    globalMiddlewares: [guardArguments, itemBudget],
    validate: false,
    // A federated schema is whole only once its directives are known.
    skipCheck: true,
  });
  const { definitions } = getDocumentNodeFromSchema(plain);
  const own = definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: own };
  const permissions = readPermissions(definition.name, definition.permissions, document);
  const typeDefs = sortDocument({
    kind: Kind.DOCUMENT,
    definitions: [
      ...FEDERATION.definitions,
      ...ACCESS_DEFINITIONS,
      ...annotateDocument(document, permissions).definitions,
    ],
  });
  const resolvers: Record<string, unknown> = { ...createResolversMap(plain) };
  for (const [type, resolve] of Object.entries(definition.references)) {
    resolvers[type] = {
      ...(resolvers[type] as object | undefined),
      __resolveReference: (keys: never, ctx: Context) => resolve(keys, ctx),
    };
  }
  for (const [type, nameOf] of Object.entries(definition.types)) {
    resolvers[type] = { ...(resolvers[type] as object | undefined), __resolveType: nameOf };
  }
  return {
    typeDefs,
    permissions,
    newSchema: () => buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }]),
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
