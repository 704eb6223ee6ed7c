import { Field, InputType } from 'type-graphql';
import { ApplicationState } from '../application/application.state.ts';
import { ApplicationAction } from './application-action.ts';
import { TransitionGuard } from './transition-guard.ts';

@InputType({ description: 'Un état du circuit.' })
export class WorkflowStateInput {
  @Field(() => ApplicationState, { description: 'État.' })
  state!: ApplicationState;

  @Field(() => String, { description: 'Son nom pour les agents et le jury.' })
  label!: string;

  @Field(() => ApplicationState, { description: 'État montré au porteur du projet.' })
  publicState!: ApplicationState;

  @Field(() => String, { description: 'Son nom pour le porteur du projet.' })
  publicLabel!: string;
}

@InputType({ description: 'Un changement d’état permis.' })
export class WorkflowTransitionInput {
  @Field(() => ApplicationAction, { description: 'Action.' })
  action!: ApplicationAction;

  @Field(() => [ApplicationState], { description: 'États de départ.' })
  from!: ApplicationState[];

  @Field(() => ApplicationState, { description: 'État d’arrivée.' })
  to!: ApplicationState;

  @Field(() => [String], { description: 'Rôles qui en ont le droit : `agent`, `applicant`.' })
  roles!: string[];

  @Field(() => [TransitionGuard], { description: 'Ce qu’il demande en plus.' })
  guards!: TransitionGuard[];
}

@InputType({ description: 'Le circuit des candidatures.' })
export class WorkflowInput {
  @Field(() => [WorkflowStateInput], { description: 'États, dans l’ordre.' })
  states!: WorkflowStateInput[];

  @Field(() => [WorkflowTransitionInput], { description: 'Changements permis.' })
  transitions!: WorkflowTransitionInput[];
}
