import { connectionOf, edgeOf, FacetCount, type Page, toConnection } from '@graphess/subgraph-kit';
import { Field, Float, ObjectType } from 'type-graphql';
import { Siae } from './siae.entity.ts';
import { toSiae } from './siae.queries.ts';
import { matchReasonsOf } from './siae.rules.ts';
import type { SiaeFacet } from './siae-facets.queries.ts';
import type { SiaeListRow } from './siae-list.queries.ts';

const LIST = { name: 'Siae', items: 'structures' };

@ObjectType('SiaeEdge', {
  description: 'Une structure de la liste, sa position, et pourquoi elle répond à la recherche.',
})
export class SiaeEdge extends edgeOf(() => Siae, LIST) {
  @Field(() => Float, {
    nullable: true,
    description: 'Distance au point demandé, en kilomètres, nulle quand aucun point n’est demandé.',
  })
  distanceKm!: number | null;

  @Field(() => [String], {
    description:
      'Ce qui, dans la fiche, répond aux mots cherchés (« nom », « secteur : … ») ; vide sans recherche.',
  })
  matchReasons!: string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Répartition de toute la liste filtrée ; les valeurs les plus fréquentes d’abord.',
})
export class SiaeFacets {
  @Field(() => [FacetCount], { description: 'Par nature de structure. La somme est égale au total.' })
  kinds!: () => Promise<FacetCount[]>;

  @Field(() => [FacetCount], {
    description: 'Par secteur. Une structure compte dans chacun de ses secteurs.',
  })
  sectors!: () => Promise<FacetCount[]>;

  @Field(() => [FacetCount], {
    description: 'Par commune d’implantation (`COM:…`). La somme est égale au total.',
  })
  territories!: () => Promise<FacetCount[]>;
}

const { Connection } = connectionOf(() => Siae, { ...LIST, edge: () => SiaeEdge });

@ObjectType('SiaeConnection', {
  simpleResolvers: true,
  description: 'Une page d’une liste de structures.',
})
export class SiaeConnection extends Connection {
  @Field(() => SiaeFacets, { description: 'Répartition de la liste filtrée.' })
  facets!: SiaeFacets;
}

/** A page of SIAE as the graph shows it. The total and each facet are counted only when they are asked for. */
export function toSiaeConnection(
  page: Page<SiaeListRow>,
  totalCount: () => Promise<number>,
  countBy: (facet: SiaeFacet) => Promise<FacetCount[]>,
): SiaeConnection {
  const connection = toConnection(page, totalCount, toSiae);
  return {
    ...connection,
    edges: connection.edges.map((edge, index) => {
      const row = page.rows[index]?.node;
      return { ...edge, distanceKm: null, matchReasons: row === undefined ? [] : matchReasonsOf(row) };
    }),
    facets: {
      kinds: () => countBy('kinds'),
      sectors: () => countBy('sectors'),
      territories: () => countBy('territories'),
    },
  };
}
