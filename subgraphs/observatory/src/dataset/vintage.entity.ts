import { Source } from '@graphess/provenance';
import { DateScalar, DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Dataset } from './dataset.entity.ts';

@Entity('vintage')
@Unique('vintage_dataset_code_label_key', ['datasetCode', 'label'])
@Index('vintage_file', ['datasetCode', 'fileSha256'], { unique: true, where: 'withdrawn_at IS NULL' })
@Check('vintage_file_sha256_check', 'hash has 64 hex digits')
@Check('vintage_withdrawal_check', 'a withdrawal has a reason')
@ObjectType({ description: 'Un millésime : une publication d’un jeu de données.' })
export class Vintage {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Column('text', { name: 'dataset_code' })
  @ForeignKey(() => Dataset, { name: 'vintage_dataset_code_fkey' })
  datasetCode!: string;

  @Column('text')
  @Field(() => String, { description: 'Nom du millésime.' })
  label!: string;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant de publication, nul s’il n’est pas connu.',
  })
  releasedAt!: Date | null;

  @Column('timestamptz', { name: 'first_loaded_at' })
  firstLoadedAt!: Date;

  @Column('date', { name: 'geography_date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Date de la géographie dans laquelle les valeurs sont données, nulle si elle n’est pas connue.',
  })
  geographyDate!: string | null;

  /** SHA-256 of the file that it was published from, null for what was loaded. */
  @Column('text', { name: 'file_sha256', nullable: true })
  fileSha256!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Raison que le producteur donne des révisions de ce millésime, nulle s’il n’en donne pas.',
  })
  reason!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant où le producteur l’a retiré, nul tant qu’il est en vigueur.',
  })
  withdrawnAt!: Date | null;

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'Raison du retrait, nulle s’il n’est pas retiré.' })
  withdrawalReason!: string | null;

  /** The source that every value of the vintage is cited with. */
  @Column('text', { name: 'source_id', nullable: true })
  @ForeignKey(() => Source, { name: 'vintage_source_id_fkey' })
  sourceId!: string | null;
}
