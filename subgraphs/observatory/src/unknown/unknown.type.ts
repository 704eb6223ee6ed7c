import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { UnknownReason } from './unknown.reason.ts';

@ObjectType({
  description:
    'Ce que l’on ne sait pas : une valeur, ou plusieurs de même nature, qu’aucune source ne donne. C’est une question à poser, jamais un zéro.',
})
export class Unknown {
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Field(() => ID, { description: 'Identifiant de l’objet (`EPT:…`, `CALL:3`, `DS:…`).' })
  subject!: string;

  @Field(() => String, { description: 'Champ ou indicateur inconnu.' })
  field!: string;

  @Field(() => String, { description: 'Ce qui est inconnu, en clair.' })
  label!: string;

  @Field(() => UnknownReason, { description: 'Pourquoi ce n’est pas connu.' })
  reason!: UnknownReason;

  @Field(() => Int, {
    nullable: true,
    description: 'Nombre de valeurs inconnues, nul si ce nombre n’est pas connu non plus.',
  })
  count!: number | null;

  @Field(() => String, { nullable: true, description: 'Ce que la source dit en mots, mot pour mot.' })
  statement!: string | null;

  @Field(() => String, { nullable: true, description: 'Qui pourrait le dire.' })
  producer!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Depuis quand on le sait inconnu : jour de publication ou de consultation de la source, sinon de son premier chargement ; nul si aucun n’est connu.',
  })
  since!: string | null;

  /** The source that speaks of the subject without giving the value. */
  sourceId!: string | null;
}
