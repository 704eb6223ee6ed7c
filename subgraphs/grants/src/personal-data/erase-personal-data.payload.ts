import { ConflictError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Les données de la personne sont effacées des candidatures ; les comptes et les statistiques restent justes.',
})
export class ErasePersonalDataSuccess {
  @Field(() => Int, { description: 'Textes et identifiants effacés ou remplacés par un pseudonyme.' })
  values!: number;

  @Field(() => Int, { description: 'Coordonnées effacées dans des dossiers.' })
  contacts!: number;
}

export const ErasePersonalDataPayload = createUnionType({
  name: 'ErasePersonalDataPayload',
  description: 'Ce que donne un effacement.',
  types: () => [ErasePersonalDataSuccess, ValidationError, ConflictError, PermissionError] as const,
});
