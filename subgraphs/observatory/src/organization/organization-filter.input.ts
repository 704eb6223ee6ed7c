import { Field, InputType } from 'type-graphql';
import { OrgRole } from './organization.role.ts';

@InputType({ description: 'Critères d’une liste d’organisations ; ils se cumulent.' })
export class OrganizationFilter {
  @Field(() => [String], { nullable: true, description: 'SIRET voulus, avec ou sans espaces.' })
  sirets?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'SIREN voulus : toutes les organisations dont le SIRET commence par l’un d’eux.',
  })
  sirens?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Numéros RNA voulus.' })
  rnas?: string[] | null;

  @Field(() => [OrgRole], { nullable: true, description: 'Organisations qui ont au moins un de ces rôles.' })
  roles?: OrgRole[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Code d’un territoire : organisations dont le siège, ou un territoire d’action, s’y trouve tout entier.',
  })
  within?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Vrai : seulement les organisations de démonstration ; faux : seulement les vraies ; absent : toutes.',
  })
  isDemonstration?: boolean | null;
}
