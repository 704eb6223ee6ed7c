import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Un compte rendu que chaque lauréat d’une édition devra au Département.' })
export class ScheduledReport {
  callId!: string;

  @Field(() => String, { description: 'Code stable dans l’édition.' })
  code!: string;

  @Field(() => String, { description: 'Libellé du compte rendu.' })
  label!: string;

  @Field(() => Int, { description: 'Mois entre la décision et le jour où il est dû.' })
  monthsAfter!: number;
}
