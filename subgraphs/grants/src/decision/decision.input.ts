import { SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY, REASON } from '../attempt/input-descriptions.ts';
import { AwardTerms } from './award-terms.ts';

@InputType({ description: 'Une candidature qui change d’étape.' })
export class DecisionStepInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'La candidature.' })
  id!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;
}

@InputType({ description: 'Une décision qui demande un motif.' })
export class ReasonedDecisionInput extends DecisionStepInput {
  @Field(() => String, { description: `${REASON} Le porteur du projet le lit.` })
  reason!: string;
}

@InputType({ description: 'Une subvention à accorder.' })
export class AwardInput {
  @Field(() => ID, { description: 'La candidature.' })
  id!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => SafeIntScalar, {
    description:
      'Montant en centimes : ni plus que demandé, ni plus que le plafond, ni plus qu’il ne reste de l’enveloppe.',
  })
  cents!: number;

  @Field(() => AwardTerms, { description: 'Conditions de versement.' })
  terms!: AwardTerms;

  @Field(() => String, {
    nullable: true,
    description: 'Note publique, 2 000 caractères au plus ; celle d’avant reste si elle est absente.',
  })
  publicInfo?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Ce que la subvention paie, 2 000 caractères au plus ; ce qui était écrit reste si c’est absent.',
  })
  fundedItems?: string | null;
}

@InputType({ description: 'Une subvention à accorder, seule.' })
export class AwardApplicationInput extends AwardInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Un refus.' })
export class RejectionInput {
  @Field(() => ID, { description: 'La candidature.' })
  id!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: `${REASON} Le porteur du projet le lit.` })
  reason!: string;
}

@InputType({ description: 'Les décisions d’un jury, prises toutes ou aucune ; cent au plus.' })
export class DecideApplicationsInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => Int, { description: 'Numéro de l’édition.' })
  edition!: number;

  @Field(() => [AwardInput], { description: 'Subventions à accorder.' })
  awards!: AwardInput[];

  @Field(() => [RejectionInput], { description: 'Refus.' })
  rejections!: RejectionInput[];
}
