import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { TerritoryChangeKind } from './movement.kind.ts';

@ObjectType({
  description: 'Un code qui menait ailleurs ou désignait autrement, et qui mène à un territoire.',
})
export class FormerCode {
  @Field(() => String, { description: 'Ancien code, par exemple `COM:75002`.' })
  code!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Premier jour connu, nul s’il ne l’est pas. Le code officiel géographique suit les communes depuis le 1er janvier 1943.',
  })
  since!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Premier jour où il n’a plus été ce code, nul s’il n’est pas connu.',
  })
  until!: string | null;

  @Field(() => Boolean, {
    description:
      'Vrai pour le code d’une commune réunie à celle-ci ; faux pour un code qu’elle a porté elle-même.',
  })
  absorbed!: boolean;
}

@ObjectType({ description: 'Un mouvement de communes (INSEE, code officiel géographique).' })
export class TerritoryChange {
  @Field(() => DateScalar, { description: 'Date d’effet.' })
  on!: string;

  @Field(() => TerritoryChangeKind, { description: 'Nature du mouvement.' })
  kind!: TerritoryChangeKind;

  @Field(() => String, { description: 'Code de la commune avant.' })
  codeBefore!: string;

  @Field(() => String, { description: 'Nom de la commune avant.' })
  nameBefore!: string;

  @Field(() => String, { description: 'Code de la commune après.' })
  codeAfter!: string;

  @Field(() => String, { description: 'Nom de la commune après.' })
  nameAfter!: string;
}
