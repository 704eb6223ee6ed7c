import { DateTimeScalar, SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';
import { DatePrecision } from '../milestone/milestone.precision.ts';
import { WorkflowInput } from '../workflow/workflow.input.ts';
import { EligibilityRuleCode, EligibleStructures } from './rules-version.type.ts';

const CODE = 'Code stable : lettres majuscules, chiffres et « _ », 40 caractères au plus.';
const LABEL = 'Libellé, 200 caractères au plus.';

@InputType({ description: 'Une sous-thématique.' })
export class SubThemeInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: LABEL })
  label!: string;
}

@InputType({ description: 'Une thématique.' })
export class ThemeInput extends SubThemeInput {
  @Field(() => [SubThemeInput], { nullable: true, description: 'Ses sous-thématiques.' })
  subThemes?: SubThemeInput[] | null;
}

@InputType({ description: 'Une étape du calendrier.' })
export class MilestoneInput {
  @Field(() => String, {
    description: 'Code : `FILE_ONLINE`, `LAUNCH`, `DEADLINE`, `HEARINGS`, `RESULTS`, ou un autre.',
  })
  code!: string;

  @Field(() => String, { description: LABEL })
  label!: string;

  @Field(() => DatePrecision, { description: 'Ce que la date dit.' })
  precision!: DatePrecision;

  @Field(() => String, {
    description: '`2026-11-30` pour un jour, `2026-11` pour un mois ou son début ou sa fin.',
  })
  value!: string;

  @Field(() => String, { nullable: true, description: 'La date telle qu’elle s’écrit ; déduite si absente.' })
  statement?: string | null;
}

@InputType({ description: 'Un document de l’appel à projets.' })
export class CallDocumentInput {
  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Field(() => String, { description: 'Adresse, en https.' })
  url!: string;

  @Field(() => String, { description: 'Empreinte SHA-256 du fichier, en hexadécimal.' })
  sha256!: string;
}

@InputType({ description: 'Ce que l’édition apporte aux lauréats.' })
export class BenefitInput {
  @Field(() => String, { description: `${CODE} \`NETWORK\` fait des lauréats des membres du Club.` })
  code!: string;

  @Field(() => String, { description: 'Ce qui est apporté, en une phrase.' })
  statement!: string;

  @Field(() => ID, { nullable: true, description: 'Structure qui l’apporte : `ORG:…`.' })
  partner?: string | null;
}

@InputType({ description: 'Une règle d’éligibilité.' })
export class EligibilityRuleInput {
  @Field(() => EligibilityRuleCode, { description: 'Règle.' })
  code!: EligibilityRuleCode;

  @Field(() => String, { description: LABEL })
  label!: string;

  @Field(() => String, { description: 'Ce que la règle demande.' })
  description!: string;
}

@InputType({ description: 'Les règles d’éligibilité.' })
export class EligibilityTermsInput {
  @Field(() => EligibleStructures, { description: 'Structures auxquelles l’édition est ouverte.' })
  openTo!: EligibleStructures;

  @Field(() => String, { description: 'Code du territoire où les projets agissent : `DEP:92`.' })
  actionWithin!: string;

  @Field(() => [EligibilityRuleInput], { description: 'Règles, dans l’ordre où elles sont montrées.' })
  rules!: EligibilityRuleInput[];
}

@InputType({ description: 'Un critère de la grille d’évaluation.' })
export class CriterionInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: LABEL })
  label!: string;

  @Field(() => String, { description: 'Ce que les jurés jugent.' })
  description!: string;

  @Field(() => Float, { description: 'Poids, plus grand que 0.' })
  weight!: number;

  @Field(() => Int, { description: 'Note la plus haute, de 1 à 100.' })
  maxScore!: number;
}

@InputType({ description: 'Un compte rendu dû par les lauréats.' })
export class ScheduledReportInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: LABEL })
  label!: string;

  @Field(() => Int, { description: 'Mois après la décision, de 1 à 120.' })
  monthsAfter!: number;
}

@InputType({ description: 'L’édition à publier, entière.' })
export class PublishCallInput {
  @Field(() => Int, { description: 'Numéro : un de ceux qu’aucune édition n’a.' })
  edition!: number;

  @Field(() => String, { description: 'Titre, 200 caractères au plus.' })
  title!: string;

  @Field(() => Int, { description: 'Année du lancement.' })
  launchYear!: number;

  @Field(() => Int, { nullable: true, description: 'Année où les lauréats sont désignés.' })
  awardYear?: number | null;

  @Field(() => [String], { nullable: true, description: 'Objectifs.' })
  objectives?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Adresse de contact, sans nom de personne.' })
  contact?: string | null;

  @Field(() => [ThemeInput], { description: 'Thématiques.' })
  themes!: ThemeInput[];

  @Field(() => [MilestoneInput], { description: 'Calendrier ; `LAUNCH` et `DEADLINE` au moins.' })
  milestones!: MilestoneInput[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Ouverture du dépôt ; le premier instant de l’étape `LAUNCH`, à Paris, si elle est absente.',
  })
  opensAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Premier instant où le dépôt est clos ; la fin du jour de `DEADLINE`, à Paris, si elle est absente.',
  })
  closesAt?: Date | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Enveloppe en centimes ; nulle si elle n’est pas fixée.',
  })
  envelopeCents?: number | null;

  @Field(() => SafeIntScalar, { description: 'Plafond par projet, en centimes.' })
  maxPerProjectCents!: number;

  @Field(() => [CallDocumentInput], { nullable: true, description: 'Documents.' })
  documents?: CallDocumentInput[] | null;

  @Field(() => [BenefitInput], { nullable: true, description: 'Ce que l’édition apporte aux lauréats.' })
  benefits?: BenefitInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Structures qui accompagnent les lauréats : `ORG:…`.' })
  supportPartners?: string[] | null;

  @Field(() => EligibilityTermsInput, { description: 'Règles d’éligibilité.' })
  eligibility!: EligibilityTermsInput;

  @Field(() => [CriterionInput], { description: 'Grille d’évaluation.' })
  criteria!: CriterionInput[];

  @Field(() => WorkflowInput, {
    nullable: true,
    description: 'Circuit des candidatures ; le circuit habituel s’il est absent.',
  })
  workflow?: WorkflowInput | null;

  @Field(() => [ScheduledReportInput], {
    nullable: true,
    description: 'Comptes rendus dus par les lauréats.',
  })
  reports?: ScheduledReportInput[] | null;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
