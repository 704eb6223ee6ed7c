import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Dataset } from '../dataset/dataset.entity.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import { Territory } from '../territory/territory.entity.ts';
import type { ObservationRevision } from './observation-revision.entity.ts';

/** What is observed: an indicator, on a territory, in a dataset, for a year when it has one. Its values are its revisions. */
@Entity('observation')
@Index('observation_territory', ['territoryId', 'indicatorCode'])
@Index('observation_export', { synchronize: false })
@Index('observation_secret', ['datasetCode', 'secretSince'], { where: 'secret_since IS NOT NULL' })
@Check('observation_indicator_code_check', 'indicator_code is one of INDICATOR_CODES')
@Check('observation_period_check', 'period is a year')
@Index('observation_total', ['territoryId'], { where: "breakdown = ''" })
@Index('observation_series', ['indicatorCode', 'territoryId', 'breakdown', 'period'])
@Index('observation_slice', ['datasetCode', 'indicatorCode', 'period', 'breakdown'])
@Check('observation_breakdown_check', 'breakdown is a canonical text')
@Unique('observation_cell_key', ['datasetCode', 'indicatorCode', 'territoryId', 'period', 'breakdown'])
@ForeignKey(() => Dataset, ['datasetCode', 'isDemonstration'], ['code', 'isDemonstration'], {
  name: 'observation_dataset_fkey',
})
@ObjectType({ description: 'La valeur d’un indicateur pour un territoire, ou l’absence de valeur.' })
export class Observation {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Column('text', { name: 'dataset_code' })
  datasetCode!: string;

  @Column('text', { name: 'indicator_code' })
  indicatorCode!: IndicatorCode;

  @Column('text', { name: 'territory_id' })
  @ForeignKey(() => Territory, { name: 'observation_territory_id_fkey' })
  territoryId!: string;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Année observée, nulle quand la source ne la dit pas.' })
  period!: number | null;

  @Column('boolean', { name: 'is_demonstration' })
  @Field(() => Boolean, { description: 'Vrai si la valeur est inventée pour la démonstration.' })
  isDemonstration!: boolean;

  /** What the cell is detailed by, in canonical text: '' for a total. */
  @Column('text', { default: '' })
  breakdown!: string;

  /** Since when the cell is a secret: in every vintage, of every instant, for ever. */
  @Column('timestamptz', { name: 'secret_since', nullable: true })
  secretSince!: Date | null;
}

/** An observation with the revision that held at some instant; without one (`revision: null`) it is missing. */
export type ObservationAtInstant = Omit<Observation, 'datasetCode' | 'secretSince'> & {
  revision: Omit<
    ObservationRevision,
    'id' | 'observationId' | 'validFrom' | 'validTo' | 'reason' | 'units' | 'largest' | 'isComputed'
  > | null;
};
