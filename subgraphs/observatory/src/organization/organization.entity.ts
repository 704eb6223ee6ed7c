import { Node } from '@graphess/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Territory } from '../territory/territory.entity.ts';

const STANDING: [string, string, string, string] = ['id', 'currentId', 'mergeDepth', 'isDemonstration'];

@Entity('organization')
@Index('organization_siret', ['siret'])
@Index('organization_rna', ['rna'])
@Index('organization_seat_id', ['seatId'])
@Index('organization_name', { synchronize: false })
@Index('organization_current_id', ['currentId'])
@Index('organization_merged_into', ['mergedInto'])
@Unique('organization_standing_key', STANDING)
@ForeignKey(() => Organization, ['mergedInto', 'currentId', 'intoDepth', 'isDemonstration'], STANDING, {
  name: 'organization_merged_into_fkey',
})
@Check('organization_id_check', 'id is ORG: and a slug')
@Check('organization_name_check', 'name is not blank')
@Check('organization_siret_check', 'siret has fourteen digits')
@Check('organization_rna_check', 'rna has the shape of an RNA number')
@Check('organization_legal_form_check', 'legal_form has four digits')
@Check('organization_source_ids_check', 'source_ids is not empty')
@Check('organization_merge_check', 'a merged organisation stands one step from another')
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

  /** The one that it was merged into, null while it stands for itself. */
  @Column('text', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** The living organisation that its id leads to: itself unless it was merged. */
  @Column('text', { name: 'current_id' })
  currentId!: string;

  /** Steps from it to the living one. */
  @Column('integer', { name: 'merge_depth', default: 0 })
  mergeDepth!: number;

  /** Steps of the one that it was merged into. */
  @Column('integer', { name: 'into_depth', nullable: true })
  intoDepth!: number | null;

  @Field(() => [ID], {
    description:
      'Identifiants des fiches fusionnées dans celle-ci : chacun répond toujours, avec les données de celle-ci.',
  })
  formerIds!: string[];

  @Field(() => Int, {
    description: 'Version de la fiche au registre : elle augmente à chaque fusion et à chaque séparation.',
  })
  version!: number;

  /** Name and aliases, folded for search; kept by the database. */
  @Column('text', { nullable: true })
  folded!: string | null;
}
