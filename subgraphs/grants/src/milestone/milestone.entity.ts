import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Call } from '../call/call.entity.ts';
import { DatePrecision } from './milestone.precision.ts';

@Entity('milestone')
@Check('milestone_precision_check', 'precision is one of DatePrecision')
@Check('milestone_bounds_check', 'bounds are null exactly where the year is not stated')
@Check('milestone_order_check', 'earliest <= latest')
@ObjectType({
  description: 'Une étape du calendrier d’un appel à projets, avec la précision que donne la source.',
})
export class Milestone {
  @PrimaryColumn('text', { name: 'call_id' })
  @ForeignKey(() => Call, { name: 'milestone_call_id_fkey', onDelete: 'CASCADE' })
  callId!: string;

  @PrimaryColumn('text')
  @Field(() => String, {
    description: 'Code de l’étape : `FILE_ONLINE`, `LAUNCH`, `DEADLINE`, `HEARINGS`, `RESULTS`.',
  })
  code!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Libellé.' })
  label!: string;

  @Column('text')
  @Field(() => DatePrecision, { description: 'Précision de la date.' })
  precision!: DatePrecision;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Premier jour possible ; nul si l’année n’est pas écrite.',
  })
  earliest!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour possible ; nul si l’année n’est pas écrite.',
  })
  latest!: string | null;

  @Column('text')
  @Field(() => String, { description: 'La date telle que la source l’écrit.' })
  statement!: string;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Le jour, seulement quand la précision est `DAY`.',
  })
  get date(): string | null {
    return this.precision === 'DAY' ? this.earliest : null;
  }
}
