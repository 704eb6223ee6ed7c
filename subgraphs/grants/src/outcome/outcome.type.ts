import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Un résultat que le lauréat a déclaré dans un compte rendu. Source : le lauréat.',
})
export class Outcome {
  applicationId!: string;

  @Field(() => String, { description: 'Code du compte rendu qui le déclare.' })
  reportCode!: string;

  @Field(() => String, { description: 'Code du résultat.' })
  code!: string;

  @Field(() => String, { description: 'Ce qui est compté ou mesuré.' })
  label!: string;

  @Field(() => String, { description: 'Unité : « personnes », « ateliers », « kg »…' })
  unit!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Valeur prévue, dans l’unité ; nulle si rien n’était prévu.',
  })
  planned!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Valeur atteinte, dans l’unité ; nulle si elle n’est pas connue.',
  })
  achieved!: number | null;
}
