import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationState } from '../application/application.state.ts';
import { Call } from '../call/call.entity.ts';

@Entity('workflow_state')
@Check('workflow_state_state_check', 'states are those of ApplicationState')
@ObjectType({ description: 'Un état que l’édition connaît, et ce qu’en voit le porteur du projet.' })
export class WorkflowState {
  @PrimaryColumn('text', { name: 'call_id' })
  @ForeignKey(() => Call, { name: 'workflow_state_call_id_fkey', onDelete: 'CASCADE' })
  callId!: string;

  @PrimaryColumn('text')
  @Field(() => ApplicationState, { description: 'État.' })
  state!: ApplicationState;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Son nom pour les agents et le jury.' })
  label!: string;

  @Column('text', { name: 'public_state' })
  @Field(() => ApplicationState, {
    description: 'État montré au porteur du projet : les étapes du jury ne lui apparaissent pas.',
  })
  publicState!: ApplicationState;

  @Column('text', { name: 'public_label' })
  @Field(() => String, { description: 'Son nom pour le porteur du projet.' })
  publicLabel!: string;
}
