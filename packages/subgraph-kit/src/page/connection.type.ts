import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { Page } from './keyset.ts';

@ObjectType({ description: 'Position d’une page dans sa liste (spécification Relay Connections).' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'D’autres éléments suivent cette page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'D’autres éléments précèdent cette page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Curseur du premier élément de la page, nul si elle est vide.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Curseur du dernier élément de la page, à donner à `after` pour obtenir la suivante.',
  })
  endCursor!: string | null;
}

@ObjectType({ description: 'Nombre d’éléments d’une liste filtrée qui partagent une valeur.' })
@Directive('@shareable')
export class FacetCount {
  @Field(() => String, {
    description: 'Code de la valeur, à donner au filtre ; `UNKNOWN` si elle n’est pas précisée.',
  })
  key!: string;

  @Field(() => String, { description: 'Libellé français de la valeur.' })
  label!: string;

  @Field(() => Int, { description: 'Nombre d’éléments, sur toute la liste filtrée et non sur la page.' })
  count!: number;
}

/** The label under which a facet counts the rows that have no value. */
export const UNKNOWN_FACET = { key: 'UNKNOWN', label: 'Non précisé' } as const;

export type Edge<Node> = { cursor: string; node: Node };

/** What a connection shows. The total is a function because most requests do not ask for it. */
export interface Connection<Node, Shown extends Edge<Node> = Edge<Node>> {
  nodes: Node[];
  edges: Shown[];
  pageInfo: PageInfo;
  totalCount: () => Promise<number>;
}

/** The edge type of a list, to be extended by edges that say more. */
export function edgeOf<Node extends object>(
  node: () => ClassType<Node>,
  options: { name: string; items: string },
): ClassType<Edge<Node>> {
  @ObjectType(`${options.name}Edge`, {
    description: `Un élément de la liste (${options.items}) et sa position.`,
  })
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: 'Curseur de cet élément.' })
    cursor!: string;

    @Field(() => node(), { description: 'L’élément.' })
    node!: Node;
  }
  return EdgeType;
}

/**
 * The edge and connection types of a list whose items are `node()`. `name` is the prefix (`Book` gives
 * `BookConnection` and `BookEdge`), `items` says in French what the list holds. A list with fields of its own extends
 * what this returns, under the same name: `@ObjectType('BookConnection') class BookConnection extends Connection`; its
 * edges, if they have some too, are given as `edge`.
 */
export function connectionOf<Node extends object, Shown extends Edge<Node> = Edge<Node>>(
  node: () => ClassType<Node>,
  options: { name: string; items: string; edge?: () => ClassType<Shown> },
): { Edge: ClassType<Edge<Node>>; Connection: ClassType<Connection<Node, Shown>> } {
  const EdgeType = edgeOf(node, options);
  const shown = options.edge ?? (() => EdgeType);

  // graphql-js itself then resolves the fields, and calls `totalCount`.
  @ObjectType(`${options.name}Connection`, {
    description: `Une page d’une liste : ${options.items}.`,
    simpleResolvers: true,
  })
  class ConnectionType implements Connection<Node, Shown> {
    @Field(() => [node()], { description: 'Les éléments de la page.' })
    nodes!: Node[];

    @Field(() => [shown()], { description: 'Les éléments de la page avec leur curseur.' })
    edges!: Shown[];

    @Field(() => PageInfo, { description: 'Position de la page.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Nombre exact d’éléments de la liste filtrée, toutes pages comprises.' })
    totalCount!: () => Promise<number>;
  }

  return { Edge: EdgeType, Connection: ConnectionType };
}

/** A page as the graph shows it. `toNode` turns a row into the object its resolvers expect. */
export function toConnection<Row, Node>(
  page: Page<Row>,
  totalCount: () => Promise<number>,
  toNode: (row: Row) => Node,
): Connection<Node> {
  const edges = page.rows.map(({ cursor, node }) => ({ cursor, node: toNode(node) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
