import type { Context } from '@graphess/subgraph-kit';
import { Ctx, Query, Resolver } from 'type-graphql';
import { Me } from './me.type.ts';

@Resolver(() => Me)
export class MeResolver {
  @Query(() => Me, { description: 'Qui fait cette requête, d’après son jeton, sa session ou sa clé.' })
  me(@Ctx() { viewer }: Context): Me {
    return {
      kind: viewer.kind,
      subject: viewer.subject,
      roles: [...viewer.roles].sort(),
      scopes: [...viewer.scopes].sort(),
      organization: viewer.organization === null ? null : { id: viewer.organization },
    };
  }
}
