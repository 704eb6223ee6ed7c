import { Node } from '@graphess/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Territory } from '../territory/territory.entity.ts';

@Entity('organization')
@Index('organization_siret', ['siret'])
@Index('organization_rna', ['rna'])
@Index('organization_seat_id', ['seatId'])
@Index('organization_name', { synchronize: false })
@Check('organization_id_check', 'id is ORG: and a slug')
@Check('organization_name_check', 'name is not blank')
@Check('organization_siret_check', 'siret has fourteen digits')
@Check('organization_rna_check', 'rna has the shape of an RNA number')
@Check('organization_legal_form_check', 'legal_form has four digits')
@Check('organization_source_ids_check', 'source_ids is not empty')
@ObjectType({
  implements: Node,
  description:
    'Une organisation : structure lauréate, partenaire, structure d’insertion, collectivité… Une seule fiche pour chacune, quels que soient ses rôles.',
})
@Directive('@key(fields: "id")')
export class Organization extends Node {
  @PrimaryColumn('text')
  @Field(() => ID, {
    description:
      'Identifiant `ORG:…`, fixé au premier chargement : un SIRET appris plus tard ne le change pas.',
  })
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'Nom usuel.' })
  name!: string;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Autres graphies et autres noms rencontrés dans les sources.' })
  aliases!: string[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'SIRET (14 chiffres), nul s’il n’est pas connu.' })
  siret!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Numéro au répertoire national des associations (`W…`), nul s’il n’est pas connu ou n’existe pas.',
  })
  rna!: string | null;

  @Column('text', { name: 'legal_form', nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Catégorie juridique de l’INSEE (niveau III, 4 chiffres), nulle si les sources ne la disent pas exactement.',
  })
  legalForm!: string | null;

  @Column('boolean', { name: 'is_esus', nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Agréée « entreprise solidaire d’utilité sociale » ; nul si on ne le sait pas.',
  })
  isEsus!: boolean | null;

  @Column('text', { name: 'seat_id', nullable: true })
  @ForeignKey(() => Territory, { name: 'organization_seat_id_fkey' })
  seatId!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Adresse du site internet retenu, nulle si elle n’est pas connue.',
  })
  website!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Présentation en une phrase.' })
  description!: string | null;

  @Column('boolean', { name: 'is_demonstration' })
  @Field(() => Boolean, { description: 'Vrai si l’organisation est inventée pour la démonstration.' })
  isDemonstration!: boolean;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];

  /** Name and aliases, folded for search; kept by the database. */
  @Column('text', { nullable: true })
  folded!: string | null;
}
