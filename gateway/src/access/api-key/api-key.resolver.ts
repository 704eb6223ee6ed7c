import { parseId } from '@graphess/identifiers';
import {
  BadInput,
  type Connection,
  type Context,
  countRows,
  keysetPage,
  PageArguments,
  searchArgument,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../me/organization.ts';
import { ApiKeyConnection } from './api-key.connection.ts';
import { ApiKey } from './api-key.entity.ts';
import { ApiKeyFilter } from './api-key.input.ts';
import { apiKeyById, findKey, keysMatching } from './api-key.queries.ts';
import { isActive } from './api-key.rules.ts';

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, {
    description: 'Les clés d’API, la plus récente d’abord. Réservé aux administrateurs.',
  })
  async apiKeys(
    @Arg('filter', () => ApiKeyFilter, { nullable: true, description: 'Clés voulues ; toutes si absent.' })
    filter: ApiKeyFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: Context,
  ): Promise<Connection<ApiKey>> {
    const list = keysMatching({
      partner: searchArgument('filter.partner', filter?.partner),
      active: filter?.active ?? null,
      now: ctx.now,
    });
    const rows = await keysetPage<ApiKey>(ctx.db, list, page);
    return toConnection(
      rows,
      () => countRows(ctx.db, list),
      (key) => key,
    );
  }

  @Query(() => ApiKey, {
    nullable: true,
    description: 'Une clé d’API par son identifiant. Réservé aux administrateurs.',
  })
  apiKey(
    @Arg('id', () => ID, { description: 'Identifiant : `KEY:…`.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<ApiKey | null> {
    if (parseId(id)?.prefix !== 'KEY')
      throw new BadInput('id', 'Un identifiant de clé est attendu : « KEY:… ».');
    return findKey(ctx.db, id);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Structure pour laquelle elle agit, s’il y en a une.',
  })
  organization(@Root() { organizationId }: ApiKey): Organization | null {
    return organizationId === null ? null : { id: organizationId };
  }

  @FieldResolver(() => Boolean, { description: 'Vrai si elle est acceptée : ni révoquée, ni expirée.' })
  isActive(@Root() key: ApiKey, @Ctx() { now }: Context): boolean {
    return isActive(key, now);
  }

  @FieldResolver(() => ApiKey, { nullable: true, description: 'Clé qui la remplace, s’il y en a une.' })
  replacedBy(@Root() { replacedById }: ApiKey, @Ctx() ctx: Context): Promise<ApiKey | null> | null {
    return replacedById === null ? null : apiKeyById(ctx).load(replacedById);
  }
}
