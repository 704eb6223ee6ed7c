import { territoryArgument } from '@graphess/reference';
import { DateTimeScalar, parisDay, searchArgument } from '@graphess/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { EventType } from './event.vocabulary.ts';
import type { EventCriteria } from './event-list.queries.ts';

@InputType({
  description: 'Restreint une liste d’événements ; les critères se cumulent. Une liste vide ne retient rien.',
})
export class EventFilter {
  @Field(() => [EventType], { nullable: true, description: 'Une de ces natures.' })
  types?: EventType[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Événements dont le dernier jour possible n’est pas avant le jour de cet instant, à Paris.',
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Événements dont le premier jour possible n’est pas après le jour de cet instant, à Paris.',
  })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Événements dont le territoire est situé dans celui-ci, donné par son code (`COM:…`, `EPT:…`, `DEP:…`).',
  })
  within?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Vrai : il reste des places. Faux : il n’en reste plus. Un événement dont les places ne sont pas connues n’est ni l’un ni l’autre.',
  })
  hasSpots?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Événements dont `audience` contient une de ces expressions, sans tenir compte des accents ni de la casse. Un événement dont le public n’est pas connu n’est pas retenu.',
  })
  audience?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Événements d’une de ces séries, données par leur code.',
  })
  series?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Vrai : seulement les événements de démonstration. Faux : seulement les autres. Absent : tous.',
  })
  isDemonstration?: boolean | null;
}

/** What a filter asks for. Throws BadInput on a malformed territory code or a blank audience. */
export function criteriaOf(filter: EventFilter | null | undefined): EventCriteria {
  const within = filter?.within ?? null;
  const audience = filter?.audience ?? null;
  for (const words of audience ?? []) searchArgument('filter.audience', words);
  return {
    types: filter?.types ?? null,
    fromDay: filter?.from ? parisDay(filter.from) : null,
    toDay: filter?.to ? parisDay(filter.to) : null,
    within: within === null ? null : territoryArgument('filter.within', within),
    hasSpots: filter?.hasSpots ?? null,
    audience,
    series: filter?.series ?? null,
    isDemonstration: filter?.isDemonstration ?? null,
  };
}
