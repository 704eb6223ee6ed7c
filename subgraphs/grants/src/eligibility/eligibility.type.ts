import { SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EligibilityRule } from './eligibility-rule.entity.ts';

export const Verdict = {
  ELIGIBLE: 'ELIGIBLE',
  INELIGIBLE: 'INELIGIBLE',
  NEEDS_REVIEW: 'NEEDS_REVIEW',
} as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'Réponse du test d’éligibilité.',
  valuesConfig: {
    ELIGIBLE: { description: 'Rien ne s’oppose à la candidature.' },
    INELIGIBLE: { description: 'Une règle au moins n’est pas respectée.' },
    NEEDS_REVIEW: { description: 'Un point est à vérifier par le Département.' },
  },
});

@InputType({ description: 'Un projet à comparer aux règles d’une édition.' })
export class EligibilityInput {
  @Field(() => Int, { description: 'Numéro de l’édition.' })
  edition!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'SIRET de la structure, avec ou sans espaces. Seule sa forme est vérifiée : aucun répertoire n’est consulté.',
  })
  siret?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Numéro RNA de l’association : W suivi de neuf caractères. Seule sa forme est vérifiée : aucun répertoire n’est consulté.',
  })
  rna?: string | null;

  @Field(() => String, {
    description:
      'Catégorie juridique de la structure (INSEE, niveau III) : quatre chiffres, `9220` pour une association déclarée.',
  })
  legalForm!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'La structure a-t-elle l’agrément « entreprise solidaire d’utilité sociale » ? Nul si on ne le sait pas.',
  })
  isEsus?: boolean | null;

  @Field(() => [String], {
    description: 'Codes des territoires où le projet agit ; liste vide s’ils sont à préciser.',
  })
  actionTerritories!: string[];

  @Field(() => SafeIntScalar, { description: 'Montant demandé, en centimes.' })
  requestedCents!: number;

  @Field(() => [String], {
    description: 'Codes des thématiques du projet ; liste vide si elles sont à préciser.',
  })
  themeCodes!: string[];
}

@ObjectType({ description: 'Ce qu’une règle dit d’un projet.' })
export class EligibilityReason {
  @Field(() => EligibilityRule, { description: 'La règle.' })
  rule!: EligibilityRule;

  @Field(() => Boolean, {
    description: 'Vrai si elle est respectée ; faux si elle ne l’est pas ou si elle reste à vérifier.',
  })
  passed!: boolean;

  @Field(() => String, { description: 'Pourquoi, en une phrase.' })
  explanation!: string;
}

@ObjectType({ description: 'Réponse du test d’éligibilité. Elle n’engage pas le Département.' })
export class EligibilityResult {
  @Field(() => Verdict, { description: 'Réponse d’ensemble.' })
  verdict!: Verdict;

  @Field(() => [EligibilityReason], { description: 'Ce que dit chaque règle de l’édition.' })
  reasons!: EligibilityReason[];

  @Field(() => String, {
    description: 'Version des règles appliquées : la même version donne la même réponse.',
  })
  rulesVersion!: string;
}
