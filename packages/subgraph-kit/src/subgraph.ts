import 'reflect-metadata';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLSchema, Kind, parse, print } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { EntityManager, MigrationInterface } from 'typeorm';
import type { Feeds } from './changes/change-source.ts';
import type { Follow } from './changes/follower.ts';
import type { Context } from './context.ts';
import type { LoadReport, LoadSettings } from './load/load.ts';
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
  readonly feeds?: Feeds;
  readonly follows?: readonly Follow[];
  /** Loads what the subgraph knows from the start. Idempotent. */
  readonly load?: (db: EntityManager, settings: LoadSettings) => Promise<LoadReport[]>;
};

/** A subgraph as one value: start-up, schema, migrations, composition and tests all feed on it. */
export type Subgraph = Required<SubgraphDefinition> & {
  readonly typeDefs: () => DocumentNode;
  readonly schema: () => GraphQLSchema;
};

const FEDERATION = parse(`extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.5"
  import: ["@key", "@shareable", "@external", "@requires", "@tag", "@inaccessible"]
)`);

export function defineSubgraph(definition: SubgraphDefinition): Subgraph {
  const complete = {
    orphanedTypes: [],
    references: {},
    types: {},
    feeds: {},
    follows: [],
    load: async () => [],
    ...definition,
  };
  const built = lazily(() => build(complete));
  return { ...complete, typeDefs: () => built().typeDefs, schema: () => built().schema };
}

/** The subgraph's SDL, sorted, as committed and composed. */
export function printSubgraph(subgraph: Subgraph): string {
  return `${print(subgraph.typeDefs())}\n`;
}

function build(definition: Required<SubgraphDefinition>): { typeDefs: DocumentNode; schema: GraphQLSchema } {
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
  const typeDefs = sortDocument({ kind: Kind.DOCUMENT, definitions: [...FEDERATION.definitions, ...own] });
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
    schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }]),
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
