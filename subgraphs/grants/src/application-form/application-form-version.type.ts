import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { ApplicationForm } from './application-form.type.ts';

@ObjectType({ description: 'Le dossier tel qu’il a été déposé, ou corrigé à la demande du Département.' })
export class ApplicationFormVersion {
  @Field(() => Int, {
    description: 'Rang : 1 pour le dépôt, puis un par réponse à une demande de précisions.',
  })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'Instant du dépôt ou de la réponse.' })
  at!: Date;

  @Field(() => String, { description: 'Empreinte SHA-256 du dossier, en hexadécimal.' })
  sha256!: string;

  @Field(() => ApplicationForm, { description: 'Le dossier.' })
  form!: ApplicationForm;
}
