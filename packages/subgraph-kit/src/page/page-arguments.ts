import { Arg, ArgsType, Field, Int } from 'type-graphql';
import type { PageRequest } from './keyset.ts';

const FIRST = 'Nombre d’éléments, de 1 à 100.';

/** The arguments of a list that can grow: `@Args(() => PageArguments) page: PageArguments`. */
@ArgsType()
export class PageArguments implements PageRequest {
  @Field(() => Int, { defaultValue: 20, description: FIRST })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Curseur après lequel reprendre.' })
  after?: string | null;
}

/** The argument `first` of a list that has no cursor, or another default than 20: `@FirstArgument(5) first: number`. */
export function FirstArgument(defaultValue: number): ParameterDecorator {
  return Arg('first', () => Int, { defaultValue, description: FIRST }) as ParameterDecorator;
}
