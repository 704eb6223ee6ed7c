import { connectionOf, FacetCount } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import type { LaureateFacetCounts } from './laureate-facets.queries.ts';
import type { LaureateTotals } from './laureate-totals.queries.ts';

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

const { Connection } = connectionOf(() => Application, { name: 'Laureate', items: 'lauréats' });

/** A page of laureates, and how to learn what its whole list adds up to when that is asked. */
@ObjectType('LaureateConnection', { description: 'Une page de la liste des lauréats.' })
export class LaureateConnection extends Connection {
  totals!: () => Promise<LaureateTotals>;
  /** Awards of the same editions that no list names: any of them could be of this list. */
  unpublished!: () => Promise<number>;
  facetCounts!: () => Promise<LaureateFacetCounts>;
}
