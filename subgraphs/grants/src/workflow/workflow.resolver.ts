import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Call } from '../call/call.entity.ts';
import { statesOfCall, transitionsOfCall } from './workflow.queries.ts';
import { Workflow } from './workflow.type.ts';

@Resolver(() => Call)
export class WorkflowResolver {
  @FieldResolver(() => Workflow, {
    description: 'Circuit des candidatures de l’édition : états, changements permis, et par qui.',
  })
  async workflow(@Root() { id }: Call, @Ctx() ctx: Context): Promise<Workflow> {
    const [states, transitions] = await Promise.all([
      statesOfCall(ctx).load(id),
      transitionsOfCall(ctx).load(id),
    ]);
    return { states, transitions };
  }
}
