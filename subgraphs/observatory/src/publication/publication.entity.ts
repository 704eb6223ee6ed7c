import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Dataset } from '../dataset/dataset.entity.ts';
import type { PublishFileResult } from './publish-file.ts';

export const PublicationStatus = {
  PENDING: 'PENDING',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  FAILED: 'FAILED',
} as const;
export type PublicationStatus = (typeof PublicationStatus)[keyof typeof PublicationStatus];

registerEnumType(PublicationStatus, {
  name: 'PublicationStatus',
  description: 'Où en est une publication.',
  valuesConfig: {
    PENDING: { description: 'Elle attend son tour.' },
    RUNNING: { description: 'Elle est en cours.' },
    DONE: { description: 'Elle est finie : le millésime est publié, ou refusé.' },
    FAILED: { description: 'La plateforme n’a pas pu la faire ; rien n’a été publié.' },
  },
});

export const PublicationStage = {
  READING: 'READING',
  CHECKING: 'CHECKING',
  PROTECTING: 'PROTECTING',
  WRITING: 'WRITING',
} as const;
export type PublicationStage = (typeof PublicationStage)[keyof typeof PublicationStage];

registerEnumType(PublicationStage, {
  name: 'PublicationStage',
  description: 'Ce que fait une publication en cours.',
  valuesConfig: {
    READING: { description: 'Elle lit le fichier.' },
    CHECKING: { description: 'Elle vérifie les lignes et les sommes.' },
    PROTECTING: { description: 'Elle applique le secret statistique, et le contrôle.' },
    WRITING: { description: 'Elle écrit le millésime.' },
  },
});

/** What a publication came to, as it is kept: instants are text. */
export type PublicationOutcome = PublishFileResult | { kind: 'UNKNOWN_UPLOAD' };

/** A publication that a producer asked for: what it is told, and what came of it. */
@Entity('publication')
@Index('publication_asked_at', ['askedAt'])
@Index('publication_tries', ['actor', 'datasetCode', 'askedAt'])
@Check('publication_id_check', 'id has 16 letters and digits')
@Check('publication_status_check', 'status is one of PublicationStatus')
@Check('publication_stage_check', 'stage is one of PublicationStage')
@Check('publication_progress_check', 'progress between 0 and 1')
@Check('publication_result_check', 'what is done has a result')
@Check('publication_end_check', 'what ended has an end')
@ObjectType({ description: 'Une publication demandée par un producteur, et où elle en est.' })
export class Publication {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant.' })
  id!: string;

  @Column('text', { name: 'dataset_code' })
  @ForeignKey(() => Dataset, { name: 'publication_dataset_code_fkey' })
  datasetCode!: string;

  @Column('text')
  @Field(() => String, { description: 'Nom du millésime.' })
  label!: string;

  @Column('date', { name: 'geography_date' })
  geographyDate!: string;

  @Column('text', { name: 'upload_id' })
  uploadId!: string;

  @Column('boolean', { name: 'is_dry_run' })
  @Field(() => Boolean, { description: 'Vrai pour un essai, qui ne laisse rien.' })
  isDryRun!: boolean;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'actor_kind' })
  actorKind!: string;

  @Column('text')
  actor!: string;

  @Column('text', { name: 'request_id' })
  requestId!: string;

  @Column('text')
  @Field(() => PublicationStatus, { description: 'Où elle en est.' })
  status!: PublicationStatus;

  @Column('text', { nullable: true })
  @Field(() => PublicationStage, {
    nullable: true,
    description: 'Ce qu’elle fait, nul si elle n’est pas en cours.',
  })
  stage!: PublicationStage | null;

  @Column('double precision', { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: 'Part de l’étape qui est faite, de 0 à 1 ; nulle quand elle ne se sait pas.',
  })
  progress!: number | null;

  @Column('jsonb', { name: 'result', nullable: true })
  outcome!: PublicationOutcome | null;

  @Column('timestamptz', { name: 'asked_at' })
  @Field(() => DateTimeScalar, { description: 'Instant de la demande.' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Instant de la fin, nul avant.' })
  endedAt!: Date | null;
}
