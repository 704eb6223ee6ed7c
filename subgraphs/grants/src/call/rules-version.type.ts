import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { EligibilityRule } from '../eligibility/eligibility-rule.entity.ts';

export const EligibleStructures = {
  ASSOCIATIONS: 'ASSOCIATIONS',
  ASSOCIATIONS_AND_ESUS: 'ASSOCIATIONS_AND_ESUS',
} as const;
export type EligibleStructures = (typeof EligibleStructures)[keyof typeof EligibleStructures];

registerEnumType(EligibleStructures, {
  name: 'EligibleStructures',
  description: 'Structures auxquelles une édition est ouverte.',
  valuesConfig: {
    ASSOCIATIONS: { description: 'Associations.' },
    ASSOCIATIONS_AND_ESUS: { description: 'Associations, et structures agréées ESUS.' },
  },
});

export const EligibilityRuleCode = {
  LEGAL_FORM: 'LEGAL_FORM',
  REQUESTED_AMOUNT: 'REQUESTED_AMOUNT',
  THEMES: 'THEMES',
  ACTION_TERRITORY: 'ACTION_TERRITORY',
} as const;
export type EligibilityRuleCode = (typeof EligibilityRuleCode)[keyof typeof EligibilityRuleCode];

registerEnumType(EligibilityRuleCode, {
  name: 'EligibilityRuleCode',
  description: 'Une règle que la plateforme sait appliquer.',
  valuesConfig: {
    LEGAL_FORM: { description: 'Forme juridique.' },
    REQUESTED_AMOUNT: { description: 'Montant demandé.' },
    THEMES: { description: 'Thématiques.' },
    ACTION_TERRITORY: { description: 'Territoire d’action.' },
  },
});

@ObjectType({ description: 'Les règles d’éligibilité d’une édition, telles qu’elles étaient à un moment.' })
export class RulesVersion {
  @Field(() => String, { description: 'Version, que `checkEligibility` rappelle dans sa réponse.' })
  version!: string;

  @Field(() => DateTimeScalar, { description: 'Instant à partir duquel elles valent.' })
  since!: Date;

  @Field(() => EligibleStructures, { description: 'Structures auxquelles l’édition est ouverte.' })
  openTo!: EligibleStructures;

  @Field(() => String, { description: 'Code du territoire où les projets agissent.' })
  actionWithin!: string;

  @Field(() => [EligibilityRule], { description: 'Règles appliquées, dans l’ordre.' })
  rules!: EligibilityRule[];
}

@ObjectType({ description: 'Ce qui change des règles d’une édition à une autre.' })
export class RuleDifference {
  @Field(() => String, {
    description:
      'Ce qui diffère : `openTo`, `actionWithin`, `maxPerProjectCents`, ou `rules.` et le code d’une règle.',
  })
  field!: string;

  @Field(() => String, { nullable: true, description: 'Dans l’autre édition ; nul si elle ne l’a pas.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'Dans celle-ci ; nul si elle ne l’a pas.' })
  after!: string | null;
}
