import { type IdPrefix, parseId } from '@graphess/identifiers';
import { BadInput, type Context, Node } from '@graphess/subgraph-kit';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Application } from '../foreign/application.ts';
import { Event } from '../foreign/event.ts';
import { Need } from '../foreign/need.ts';
import { Siae } from '../foreign/siae.ts';
import { organizationById } from '../organization/organization.queries.ts';
import { territoryById } from '../territory/territory.queries.ts';

/** What another subgraph owns is only named here: its owner says the rest, and whether it exists. */
const FOREIGN: Partial<Record<IdPrefix, new () => Node>> = {
  APP: Application,
  EVT: Event,
  SIAE: Siae,
  NEED: Need,
};

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Un objet par son identifiant : territoire, organisation, candidature, événement, structure d’insertion ou besoin d’achat. Nul s’il n’existe pas.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Identifiant, par exemple `ORG:cress-idf` ou `COM:92050`.' })
    id: string,
    @Ctx() ctx: Context,
  ): Promise<Node | null> {
    const prefix = parseId(id)?.prefix;
    switch (prefix) {
      case 'COM':
      case 'EPCI':
      case 'EPT':
      case 'DEP':
      case 'REG':
        return territoryById(ctx).load(id);
      case 'ORG':
        return organizationById(ctx).load(id);
      default: {
        const Foreign = prefix && FOREIGN[prefix];
        if (Foreign === undefined) {
          throw new BadInput(
            'id',
            '« id » n’est pas l’identifiant d’un objet que l’on peut retrouver ainsi.',
          );
        }
        return Object.assign(new Foreign(), { id });
      }
    }
  }
}
