import { Field, InputType, ObjectType } from 'type-graphql';
import { AdministrativeStanding, ApplicantStructure, HumanMeans } from './applicant-structure.type.ts';
import { Budget } from './budget.type.ts';
import { Attestations, ProjectDescription } from './project-description.type.ts';

/** The parts of the form of the State for grants to associations (CERFA 12156). */
@InputType('ApplicationFormInput', {
  description:
    'Le dossier, de la famille du formulaire CERFA 12156. Une partie donnée remplace la même partie déjà enregistrée ; une partie absente est laissée comme elle est.',
})
@ObjectType('ApplicationForm', { description: 'Le dossier, de la famille du formulaire CERFA 12156.' })
export class ApplicationForm {
  @Field(() => ApplicantStructure, { nullable: true, description: 'La structure.' })
  structure!: ApplicantStructure | null;

  @Field(() => AdministrativeStanding, { nullable: true, description: 'Relations avec l’administration.' })
  administration!: AdministrativeStanding | null;

  @Field(() => HumanMeans, { nullable: true, description: 'Moyens humains.' })
  means!: HumanMeans | null;

  @Field(() => Budget, { nullable: true, description: 'Budget de la structure.' })
  organizationBudget!: Budget | null;

  @Field(() => ProjectDescription, { nullable: true, description: 'Le projet.' })
  project!: ProjectDescription | null;

  @Field(() => Budget, { nullable: true, description: 'Budget du projet.' })
  projectBudget!: Budget | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes des thématiques auxquelles le projet répond.',
  })
  themes!: string[] | null;

  @Field(() => Attestations, { nullable: true, description: 'Attestations.' })
  attestations!: Attestations | null;
}
