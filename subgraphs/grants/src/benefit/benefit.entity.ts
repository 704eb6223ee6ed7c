import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Call } from '../call/call.entity.ts';

@Entity('benefit')
@ObjectType({ description: 'Ce qu’une édition de l’appel à projets apporte aux lauréats.' })
export class Benefit {
  @PrimaryColumn('text', { name: 'call_id' })
  @ForeignKey(() => Call, { name: 'benefit_call_id_fkey', onDelete: 'CASCADE' })
  callId!: string;

  @PrimaryColumn('text')
  @Field(() => String, { description: 'Code : `MONEY`, `COACHING_FAM`, `INCUBATOR`, `NETWORK`.' })
  code!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Ce que l’édition promet.' })
  statement!: string;

  @Column('text', { name: 'partner_id', nullable: true })
  partnerId!: string | null;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];
}
