import { Claim, claimsOfSubject } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Theme } from './theme.entity.ts';
import { themesOfCall } from './theme.queries.ts';

@Resolver(() => Theme)
export class ThemeResolver {
  @FieldResolver(() => [Theme], { description: 'Thématiques plus précises qu’elle réunit.' })
  async subThemes(@Root() { callId, code }: Theme, @Ctx() ctx: Context): Promise<Theme[]> {
    return (await themesOfCall(ctx).load(callId)).filter(({ parentCode }) => parentCode === code);
  }

  @FieldResolver(() => [Claim], { description: 'Les façons dont les sources la formulent.' })
  async claims(@Root() { callId, code }: Theme, @Ctx() ctx: Context): Promise<Claim[]> {
    return (await claimsOfSubject(ctx).load(callId)).filter(({ field }) => field === `themes.${code}`);
  }
}
