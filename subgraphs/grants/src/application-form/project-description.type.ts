import { DateScalar, SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

@InputType('ProjectDescriptionInput', { description: 'Le projet, tel que la structure le décrit.' })
@ObjectType('ProjectDescription', { description: 'Le projet, tel que la structure le décrit.' })
export class ProjectDescription {
  @Field(() => String, { nullable: true, description: 'Intitulé, 200 caractères au plus.' })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Le projet en quelques mots, montré s’il est lauréat.',
  })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'Objectifs.' })
  objectives!: string | null;

  @Field(() => String, { nullable: true, description: 'Description.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Bénéficiaires.' })
  beneficiaries!: string | null;

  @Field(() => [ID], { description: 'Codes des territoires où le projet agit : `COM:…`, `EPT:…`, `DEP:…`.' })
  territories!: string[];

  @Field(() => String, { nullable: true, description: 'Moyens humains et matériels du projet.' })
  means!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Premier jour du projet.' })
  startsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Dernier jour du projet.' })
  endsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Calendrier, étape par étape.' })
  calendar!: string | null;

  @Field(() => String, { nullable: true, description: 'Comment le projet sera évalué.' })
  evaluation!: string | null;

  @Field(() => [String], { description: 'Indicateurs de résultat.' })
  indicators!: string[];

  @Field(() => SafeIntScalar, { nullable: true, description: 'Montant demandé, en centimes d’euro.' })
  requestedCents!: number | null;

  @Field(() => String, { nullable: true, description: 'Ce que la subvention paierait.' })
  fundedItems!: string | null;
}

@InputType('AttestationsInput', { description: 'Ce que la structure atteste.' })
@ObjectType('Attestations', { description: 'Ce que la structure atteste.' })
export class Attestations {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Être à jour de ses déclarations sociales et fiscales, et des cotisations correspondantes.',
  })
  declarationsUpToDate!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Avoir souscrit le contrat d’engagement républicain (décret n° 2021-1947).',
  })
  republicanCommitment!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Que la personne qui dépose le dossier a le droit de représenter la structure.',
  })
  rightToRepresent!: boolean | null;
}
