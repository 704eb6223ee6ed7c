import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationState } from '../application/application.state.ts';
import { ApplicationAction } from './application-action.ts';
import { TransitionGuard } from './transition-guard.ts';
import { WorkflowState } from './workflow-state.entity.ts';

@Entity('workflow_transition')
@ForeignKey(() => WorkflowState, ['callId', 'fromState'], ['callId', 'state'], {
  name: 'workflow_transition_from_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => WorkflowState, ['callId', 'toState'], ['callId', 'state'], {
  name: 'workflow_transition_to_fkey',
  onDelete: 'CASCADE',
})
@Check('workflow_transition_roles_check', 'somebody may')
@Check('workflow_transition_moves_check', 'an action leads to another state')
@ObjectType({
  description: 'Un changement d’état que l’édition permet. Ce qui n’est pas déclaré est refusé.',
})
export class WorkflowTransition {
  @PrimaryColumn('text', { name: 'call_id' })
  callId!: string;

  @PrimaryColumn('text')
  @Field(() => ApplicationAction, { description: 'Action qui le produit.' })
  action!: ApplicationAction;

  @PrimaryColumn('text', { name: 'from_state' })
  @Field(() => ApplicationState, { name: 'from', description: 'État de départ.' })
  fromState!: ApplicationState;

  @Column('text', { name: 'to_state' })
  @Field(() => ApplicationState, { name: 'to', description: 'État d’arrivée.' })
  toState!: ApplicationState;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Rôles qui en ont le droit, l’un d’eux suffit.' })
  roles!: string[];

  @Column('text', { array: true })
  @Field(() => [TransitionGuard], { description: 'Ce qu’il demande en plus.' })
  guards!: TransitionGuard[];

  @Column('integer')
  position!: number;
}
