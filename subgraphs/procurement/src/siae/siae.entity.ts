import { DateScalar, GeoPoint, Node, SafeIntScalar } from '@graphess/subgraph-kit';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { Activity } from './activity.type.ts';
import type { PrestaType } from './presta-type.ts';
import { SiaeKind } from './siae.kind.ts';

@Entity('siae')
@Index('siae_territory_id', ['territoryId'])
@Index('siae_sectors', { synchronize: false })
@Index('siae_completeness', { synchronize: false })
@Unique('siae_organization_id_key', ['organizationId'])
@Unique('siae_siret_key', ['siret'])
@Check('siae_id_check', 'id is a SIAE id')
@Check('siae_organization_id_check', 'organization_id is an organisation id')
@Check('siae_siret_check', 'siret has 14 digits')
@Check('siae_demonstration_siret_check', 'an invented SIAE has a SIRET of the fictitious range')
@Check('siae_territory_id_check', 'territory_id is a commune id')
@Check('siae_kind_check', 'kind is one of SiaeKind')
@Check('siae_presta_types_check', 'presta_types are some of PrestaType')
@Check('siae_turnover_cents_check', 'turnover_cents >= 0')
@Check('siae_employees_insertion_check', 'employees_insertion >= 0')
@Check('siae_employees_permanent_check', 'employees_permanent >= 0')
@Check('siae_point_check', 'lat and lon are both known, and on Earth, or neither is')
@Check('siae_completeness_check', 'completeness between 0 and 1')
@Check('siae_source_ids_check', 'at least one source')
@ObjectType({
  implements: Node,
  description:
    'Une structure d’insertion par l’activité économique, ou du secteur adapté et protégé, à qui l’on peut acheter.',
})
@Directive('@key(fields: "id")')
export class Siae extends Node {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant stable, `SIAE:…`.' })
  declare id: string;

  @Column('text', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  siret!: string;

  @Column('text', { name: 'territory_id' })
  territoryId!: string;

  @Column('text')
  @Field(() => SiaeKind, { description: 'Nature de la structure.' })
  kind!: SiaeKind;

  @Column('text', { array: true })
  @Field(() => [String], {
    description: 'Codes des secteurs d’activité, le principal en premier (`PROPRETE`, `RESTAURATION`…).',
  })
  sectors!: string[];

  @Column('text', { name: 'presta_types', array: true })
  prestaTypes!: PrestaType[];

  @Column('text', { array: true })
  @Field(() => [String], {
    description: 'Labels et agréments affichés (`ESUS`, `RGE`…) ; vide si aucun n’est connu.',
  })
  labels!: string[];

  @Column('bigint', { name: 'turnover_cents', nullable: true })
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Chiffre d’affaires annuel, en centimes d’euro, nul s’il n’est pas connu.',
  })
  turnoverCents!: number | null;

  @Column('integer', { name: 'employees_insertion', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'Nombre de personnes en parcours d’insertion ou en situation de handicap, nul s’il n’est pas connu ou s’il est tu (`headcountWithheld`).',
  })
  employeesInsertion!: number | null;

  @Column('integer', { name: 'employees_permanent', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'Nombre de salariés permanents, nul s’il n’est pas connu ou s’il est tu (`headcountWithheld`).',
  })
  employeesPermanent!: number | null;

  /** Of the view that the directory is read through; not a column of the table. */
  @Field(() => Boolean, {
    description:
      'Vrai si les effectifs sont tus parce qu’ils aideraient à trouver un chiffre que protège le secret statistique.',
  })
  headcountWithheld!: boolean;

  @Column('boolean', { name: 'in_qpv', nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Vrai si elle se trouve dans un quartier prioritaire de la politique de la ville, nul si on ne le sait pas.',
  })
  inQpv!: boolean | null;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lon!: number | null;

  @Column('boolean', { name: 'is_club_member' })
  @Field(() => Boolean, {
    description:
      'Vrai si elle est membre du club de fournisseurs inclusifs du département (Club Busin’ESS 92 dans les Hauts-de-Seine).',
  })
  isClubMember!: boolean;

  @Column('date', { name: 'agreement_valid_until', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour de validité de son conventionnement, nul s’il n’est pas connu.',
  })
  agreementValidUntil!: string | null;

  @Column('double precision')
  @Field(() => Float, { description: 'Part de la fiche qui est renseignée, de 0 à 1.' })
  completeness!: number;

  @Column('boolean', { name: 'is_demonstration' })
  @Field(() => Boolean, { description: 'Vrai si la structure est inventée pour la démonstration.' })
  isDemonstration!: boolean;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];

  /** When one of its values last changed; kept by the database. */
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** The labels of its sectors, folded for search; kept by the database. */
  @Column('text', { name: 'sectors_folded' })
  sectorsFolded!: string;

  @Field(() => GeoPoint, { nullable: true, description: 'Emplacement, nul s’il n’est pas connu.' })
  get location(): GeoPoint | null {
    return this.lat === null || this.lon === null ? null : { lat: this.lat, lon: this.lon };
  }

  @Field(() => [Activity], { description: 'Ce qu’elle vend : une activité par secteur.' })
  get activities(): Activity[] {
    return this.sectors.map((sector) => ({
      sector,
      prestaTypes: this.prestaTypes,
      coverage: [],
      radiusKm: null,
    }));
  }
}
