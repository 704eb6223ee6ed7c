import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Dataset } from '../dataset/dataset.entity.ts';
import { ExportStatus } from './export-status.ts';

@Entity('export_job')
@Check('export_job_status_check', 'status is one of ExportStatus')
@Check('export_job_row_count_check', 'row_count >= 0')
@Check('export_job_bytes_check', 'bytes >= 0')
@Check('export_job_sha256_check', 'hash has 64 hex digits')
@Check('export_job_done_check', 'a file that is made has a hash, a length and an end')
@Index('export_job_owner', { synchronize: false })
@Index('export_job_expiry', ['createdAt'])
@ObjectType({ description: 'Un fichier demandé, fait en arrière-plan puis gardé quelques jours.' })
export class ExportJob {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Identifiant.' })
  id!: string;

  /** The opaque subject of whoever asked. */
  @Column('text')
  owner!: string;

  @Column('text', { name: 'dataset_code' })
  @ForeignKey(() => Dataset, { name: 'export_job_dataset_code_fkey', onDelete: 'CASCADE' })
  datasetCode!: string;

  @Column('text')
  @Field(() => String, {
    description:
      'La requête du fichier : l’adresse qui redonne le même fichier, octet pour octet, quoi qu’il soit publié ensuite ; seules des valeurs masquées depuis par le secret statistique n’y sont plus.',
  })
  query!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('text')
  @Field(() => ExportStatus, { description: 'Où en est le fichier.' })
  status!: ExportStatus;

  @Column('integer', { name: 'row_count', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Nombre d’observations, nul tant que le fichier n’est pas fait.',
  })
  rowCount!: number | null;

  @Column('bigint', { nullable: true })
  bytes!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Empreinte SHA-256 du fichier, en hexadécimal ; nulle tant qu’il n’est pas fait.',
  })
  sha256!: string | null;

  @Column('text', { nullable: true })
  secrets!: string | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant à partir duquel le fichier n’est plus gardé, nul tant qu’il n’est pas fait.',
  })
  expiresAt!: Date | null;
}
