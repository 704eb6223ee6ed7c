import { DateScalar, DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Dataset } from './dataset.entity.ts';

@Entity('vintage')
@Unique('vintage_dataset_code_label_key', ['datasetCode', 'label'])
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
}
