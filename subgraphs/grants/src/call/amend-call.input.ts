import { DateTimeScalar, SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';
import { CallDocumentInput, CriterionInput, EligibilityTermsInput } from './publish-call.input.ts';

@InputType({ description: 'Ce qui change d’une édition publiée ici ; ce qui est absent ne change pas.' })
export class AmendCallInput {
  @Field(() => ID, { description: 'Édition : `CALL:…`.' })
  id!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Enveloppe en centimes ; jamais moins que ce qui est engagé.',
  })
  envelopeCents?: number | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Plafond par projet, en centimes ; jamais moins qu’une subvention accordée.',
  })
  maxPerProjectCents?: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Clôture du dépôt : plus tard que celle qui est prévue, tant qu’elle n’est pas passée.',
  })
  closesAt?: Date | null;

  @Field(() => [CallDocumentInput], { nullable: true, description: 'Documents, tous.' })
  documents?: CallDocumentInput[] | null;

  @Field(() => EligibilityTermsInput, {
    nullable: true,
    description: 'Règles d’éligibilité : une nouvelle version, avant la clôture.',
  })
  eligibility?: EligibilityTermsInput | null;

  @Field(() => [CriterionInput], {
    nullable: true,
    description: 'Grille d’évaluation, entière, tant qu’aucune note n’est donnée.',
  })
  criteria?: CriterionInput[] | null;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
