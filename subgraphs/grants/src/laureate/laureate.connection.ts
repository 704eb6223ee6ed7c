import { type Connection, type Edge, FacetCount, PageInfo } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import type { LaureateFacetCounts } from './laureate-facets.queries.ts';
import type { LaureateTotals } from './laureate-totals.queries.ts';

@ObjectType({ description: 'Un lauréat et sa position dans la liste.' })
export class LaureateEdge implements Edge<Application> {
  @Field(() => String, { description: 'Curseur de cet élément.' })
  cursor!: string;

  @Field(() => Application, { description: 'Le lauréat.' })
  node!: Application;
}

@ObjectType({ description: 'Nombre de lauréats par valeur, sur toute la liste filtrée.' })
export class LaureateFacets implements LaureateFacetCounts {
  @Field(() => [FacetCount], { description: 'Par thématique ; un lauréat peut en avoir plusieurs.' })
  themes!: FacetCount[];

  @Field(() => [FacetCount], { description: 'Par édition, de la plus récente à la plus ancienne.' })
  editions!: FacetCount[];

  @Field(() => [FacetCount], {
    description: 'Par commune ou département, tel que la source situe le projet.',
  })
  territories!: FacetCount[];
}

/** A page of laureates, and how to learn what its whole list adds up to when that is asked. */
@ObjectType({ description: 'Une page de la liste des lauréats.' })
export class LaureateConnection implements Pick<Connection<Application>, 'nodes' | 'edges' | 'pageInfo'> {
  @Field(() => [Application], { description: 'Les lauréats de la page.' })
  nodes!: Application[];

  @Field(() => [LaureateEdge], { description: 'Les lauréats de la page avec leur curseur.' })
  edges!: LaureateEdge[];

  @Field(() => PageInfo, { description: 'Position de la page.' })
  pageInfo!: PageInfo;

  totals!: () => Promise<LaureateTotals>;
  facetCounts!: () => Promise<LaureateFacetCounts>;
}
