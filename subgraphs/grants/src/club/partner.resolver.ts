import { type Context, checkFirst, FirstArgument } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from '../foreign/organization.ts';
import { currentIdOf } from './current-id.queries.ts';
import { laureateProfiles } from './partner.queries.ts';
import { suggestPartners } from './partner.rules.ts';
import { SuggestedPartner } from './partner.type.ts';

@Resolver(() => Organization)
export class SuggestedPartnersResolver {
  @FieldResolver(() => [SuggestedPartner], {
    nullable: true,
    description:
      'Lauréats avec lesquels elle pourrait mener un projet, par score ; liste vide si elle n’est pas lauréate. Réservé à elle-même et aux agents.',
  })
  async suggestedPartners(
    @Root() { id }: Organization,
    @FirstArgument(3) first: number,
    @Ctx() ctx: Context,
  ): Promise<SuggestedPartner[]> {
    checkFirst(first);
    const [profiles, current] = await Promise.all([laureateProfiles(ctx), currentIdOf(ctx).load(id)]);
    const own = profiles.find((profile) => profile.id === (current?.currentId ?? id));
    return own === undefined ? [] : suggestPartners(own, profiles, first);
  }
}

@Resolver(() => SuggestedPartner)
export class SuggestedPartnerResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'La structure.' })
  organization(@Root() { id }: SuggestedPartner): Organization {
    return { id };
  }
}
