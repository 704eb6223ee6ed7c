import { DateScalar, DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';

@ObjectType({
  description: 'Un compte rendu que le lauréat doit au Département. Source : le calendrier de l’édition.',
})
export class ReportDue {
  applicationId!: string;

  @Field(() => String, { description: 'Code du compte rendu dans l’édition.' })
  code!: string;

  @Field(() => String, { description: 'Libellé du compte rendu.' })
  label!: string;

  @Field(() => DateScalar, {
    description:
      'Jour où il est dû : des mois après la décision, ou trente jours après son renvoi si c’est plus tard.',
  })
  dueOn!: string;

  @Field(() => String, {
    description:
      'Où il en est : `DUE` (attendu), `LATE` (en retard), `RECEIVED` (reçu), `RETURNED` (renvoyé pour correction) ou `ACCEPTED` (accepté).',
  })
  status!: string;

  @Field(() => Int, { description: 'Version, à rappeler pour le modifier ; 0 tant que rien n’est envoyé.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Bilan envoyé, nul tant que rien ne l’est.' })
  summary!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Instant du dernier envoi.' })
  submittedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Motif du renvoi, nul s’il n’est pas renvoyé.' })
  reason!: string | null;
}

@ObjectType({ description: 'Un compte rendu en retard. Source : le calendrier de l’édition.' })
export class LateReport {
  @Field(() => Application, { description: 'La candidature lauréate.' })
  application!: Application;

  @Field(() => String, { description: 'Code du compte rendu dans l’édition.' })
  code!: string;

  @Field(() => String, { description: 'Libellé du compte rendu.' })
  label!: string;

  @Field(() => DateScalar, { description: 'Jour où il était dû.' })
  dueOn!: string;
}
