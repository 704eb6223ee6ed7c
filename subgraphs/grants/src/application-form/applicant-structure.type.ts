import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';

@InputType('ContactPersonInput', { description: 'La personne que le Département peut joindre.' })
@ObjectType('ContactPerson', { description: 'La personne que le Département peut joindre.' })
export class ContactPerson {
  @Field(() => String, { nullable: true, description: 'Prénom et nom.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Fonction dans la structure.' })
  position!: string | null;

  @Field(() => String, { nullable: true, description: 'Adresse électronique.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Numéro de téléphone.' })
  phone!: string | null;
}

@InputType('ApplicantStructureInput', { description: 'La structure qui candidate, telle qu’elle se décrit.' })
@ObjectType('ApplicantStructure', { description: 'La structure qui candidate, telle qu’elle se décrit.' })
export class ApplicantStructure {
  @Field(() => String, { nullable: true, description: 'Nom de la structure.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Sigle de la structure.' })
  acronym!: string | null;

  @Field(() => String, { nullable: true, description: 'SIRET de l’établissement, quatorze chiffres.' })
  siret!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Numéro au répertoire national des associations (RNA).',
  })
  rna!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Catégorie juridique de l’INSEE, niveau III, quatre chiffres.',
  })
  legalForm!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Agréée entreprise solidaire d’utilité sociale ; nul si la structure ne le sait pas.',
  })
  isEsus!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Adresse postale du siège.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Site internet.' })
  website!: string | null;

  @Field(() => ContactPerson, { nullable: true, description: 'Personne à joindre.' })
  contact!: ContactPerson | null;
}

@InputType('AdministrativeStandingInput', { description: 'Relations de la structure avec l’administration.' })
@ObjectType('AdministrativeStanding', { description: 'Relations de la structure avec l’administration.' })
export class AdministrativeStanding {
  @Field(() => [String], { description: 'Agréments administratifs, avec qui les donne et quand.' })
  approvals!: string[];

  @Field(() => Boolean, { nullable: true, description: 'Reconnue d’utilité publique.' })
  recognisedPublicUtility!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Assujettie aux impôts commerciaux.' })
  paysBusinessTaxes!: boolean | null;
}

@InputType('HumanMeansInput', { description: 'Moyens humains de la structure.' })
@ObjectType('HumanMeans', { description: 'Moyens humains de la structure.' })
export class HumanMeans {
  @Field(() => Int, { nullable: true, description: 'Nombre de bénévoles.' })
  volunteers!: number | null;

  @Field(() => Int, { nullable: true, description: 'Volontaires, en service civique par exemple.' })
  serviceVolunteers!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nombre de salariés.' })
  employees!: number | null;

  @Field(() => Float, { nullable: true, description: 'Salariés en équivalents temps plein travaillé.' })
  fullTimeEquivalents!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nombre d’adhérents.' })
  members!: number | null;
}
