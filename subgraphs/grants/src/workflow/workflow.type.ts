import { Field, ObjectType } from 'type-graphql';
import { WorkflowState } from './workflow-state.entity.ts';
import { WorkflowTransition } from './workflow-transition.entity.ts';

@ObjectType({ description: 'Le circuit des candidatures d’une édition, déclaré avec elle.' })
export class Workflow {
  @Field(() => [WorkflowState], { description: 'États, dans l’ordre du circuit ; onze au plus.' })
  states!: WorkflowState[];

  @Field(() => [WorkflowTransition], { description: 'Changements d’état permis ; tout autre est refusé.' })
  transitions!: WorkflowTransition[];
}
