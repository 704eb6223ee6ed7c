import { DateScalar, SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Un versement prévu par une convention.' })
export class InstalmentInput {
  @Field(() => SafeIntScalar, { description: 'Montant, en centimes d’euro.' })
  cents!: number;

  @Field(() => DateScalar, { description: 'Jour où il est dû, au plus tôt celui de la signature.' })
  dueOn!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Code d’un compte rendu de l’édition : le versement attend qu’il soit accepté. Absent, il n’attend rien.',
  })
  afterReport?: string | null;
}

@InputType({ description: 'La convention signée avec un lauréat.' })
export class SignAgreementInput {
  @Field(() => ID, { description: 'Candidature lauréate : `APP:…`.' })
  applicationId!: string;

  @Field(() => DateScalar, { description: 'Jour de la signature, aujourd’hui au plus tard.' })
  signedOn!: string;

  @Field(() => DateScalar, { description: 'Premier jour de la convention.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Dernier jour de la convention.' })
  endsOn!: string;

  @Field(() => [InstalmentInput], {
    description: 'Versements, par jour : de 1 à 12, dont la somme est exactement le montant accordé.',
  })
  instalments!: InstalmentInput[];

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Un avenant : une autre durée, ou d’autres versements à venir.' })
export class AmendAgreementInput {
  @Field(() => ID, { description: 'Candidature lauréate : `APP:…`.' })
  applicationId!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'Premier jour de la convention.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Dernier jour de la convention.' })
  endsOn!: string;

  @Field(() => [InstalmentInput], {
    description:
      'Versements qui restent à faire, par jour ; avec ceux qui sont faits, leur somme est le montant accordé.',
  })
  instalments!: InstalmentInput[];

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
