import { type Context, checkFirst, FirstArgument } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Contract } from '../contract/contract.type.ts';
import { Siae } from '../siae/siae.entity.ts';
import { siaeOfOrganization } from '../siae/siae.queries.ts';
import { Organization } from './organization.type.ts';

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => Siae, {
    nullable: true,
    description:
      'Fiche de structure d’insertion ou du secteur adapté et protégé, nulle si l’organisation n’en a pas.',
  })
  siae(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<Siae | null> {
    return siaeOfOrganization(ctx).load(id);
  }

  @FieldResolver(() => [Contract], {
    nullable: true,
    description: 'Derniers marchés publics remportés ; vide tant qu’aucun marché n’est connu.',
  })
  contractsWon(@FirstArgument(5) first: number): Contract[] {
    checkFirst(first);
    return [];
  }
}
