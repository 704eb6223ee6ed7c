import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Vintage } from '../dataset/vintage.entity.ts';

@Entity('disclosure_audit')
@Check('disclosure_audit_cells_check', 'cells >= 0')
@Check('disclosure_audit_sum_check', 'cells are published or suppressed')
@Check('disclosure_audit_safe_check', 'no cell can be found again')
@ObjectType({
  description:
    'Contrôle du secret statistique fait à la publication d’un millésime, par un calcul indépendant de celui qui choisit ce qu’on masque.',
})
export class DisclosureAudit {
  @PrimaryColumn('text', { name: 'vintage_id' })
  @ForeignKey(() => Vintage, { name: 'disclosure_audit_vintage_id_fkey', onDelete: 'CASCADE' })
  vintageId!: string;

  @Column('integer')
  @Field(() => Int, {
    description: 'Cellules du millésime qui ont une valeur, totaux et indicateurs calculés compris.',
  })
  cells!: number;

  @Column('integer')
  @Field(() => Int, { description: 'Celles dont la valeur est publiée.' })
  published!: number;

  @Column('integer', { name: 'suppressed_primary' })
  @Field(() => Int, {
    description:
      'Celles qui sont masquées pour elles-mêmes : trop peu d’unités, une unité qui domine, ou le producteur.',
  })
  suppressedPrimary!: number;

  @Column('integer', { name: 'suppressed_secondary' })
  @Field(() => Int, { description: 'Celles qui sont masquées pour en protéger d’autres.' })
  suppressedSecondary!: number;

  @Column('integer', { name: 'recoverable_cells' })
  @Field(() => Int, {
    description: 'Cellules masquées qu’un lecteur retrouverait : toujours 0, sans quoi rien n’est publié.',
  })
  recoverableCells!: number;

  @Column('integer', { name: 'narrow_cells' })
  @Field(() => Int, {
    description:
      'Cellules masquées qu’un lecteur situerait à moins de 15 % ou d’une unité près : toujours 0, sans quoi rien n’est publié.',
  })
  narrowCells!: number;

  @Column('double precision', { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description:
      'Écart, de 0 à 1, entre ce que coûte ce qu’on masque et le moins que cela pouvait coûter ; nul quand rien n’est masqué.',
  })
  gap!: number | null;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Les règles appliquées.' })
  rules!: string[];

  @Column('timestamptz', { name: 'checked_at' })
  @Field(() => DateTimeScalar, { description: 'Instant du contrôle.' })
  checkedAt!: Date;
}
