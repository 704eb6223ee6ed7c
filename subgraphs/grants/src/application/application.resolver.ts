import { parseId } from '@graphess/identifiers';
import { provenanceOf, Source } from '@graphess/provenance';
import { BadInput, type Context, euros, Money } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Call } from '../call/call.entity.ts';
import { callById } from '../call/call.queries.ts';
import { Organization } from '../foreign/organization.ts';
import { Territory } from '../foreign/territory.ts';
import { Theme } from '../theme/theme.entity.ts';
import { Application } from './application.entity.ts';
import { themesOfApplication } from './application.queries.ts';
import { ApplicationState } from './application.state.ts';
import { StateTransition } from './application-follow-up.type.ts';
import { historyOf } from './application-history.queries.ts';
import { viewNoted } from './note-view.ts';
import { shownState } from './shown-state.ts';
import { visibleApplicationById } from './visible-applications.queries.ts';

@Resolver(() => Application)
export class ApplicationResolver {
  @Query(() => Application, {
    nullable: true,
    description:
      'Une candidature : lauréate, ou que l’on peut voir comme porteur du projet, agent ou juré ; nulle sinon.',
  })
  application(
    @Arg('id', () => ID, { description: 'Identifiant de la candidature : `APP:…`.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Application | null> {
    if (parseId(id)?.prefix !== 'APP') {
      throw new BadInput('id', '« id » doit être l’identifiant d’une candidature, par exemple APP:1-assol.');
    }
    return visibleApplicationById(ctx).load(id);
  }

  @FieldResolver(() => Call, { description: 'Édition à laquelle elle répond.' })
  call(@Root() { callId }: Application, @Ctx() ctx: Context): Promise<Call | null> {
    return callById(ctx).load(callId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Structure qui porte le projet.' })
  organization(@Root() { organizationId }: Application): Organization {
    return { id: organizationId };
  }

  @FieldResolver(() => [Theme], { description: 'Thématiques ; liste vide quand la source ne les donne pas.' })
  themes(@Root() { id }: Application, @Ctx() ctx: Context): Promise<Theme[]> {
    return themesOfApplication(ctx).load(id);
  }

  @FieldResolver(() => [Territory], {
    nullable: 'items',
    description:
      'Territoires où le projet agit, qui peuvent différer du siège ; liste vide s’ils ne sont pas précisés.',
  })
  actionTerritories(@Root() { actionTerritoryIds }: Application): Territory[] {
    return actionTerritoryIds.map((id) => ({ id }));
  }

  @FieldResolver(() => Money, { nullable: true, description: 'Montant demandé, nul s’il n’est pas connu.' })
  requested(@Root() { requestedCents }: Application): Money | null {
    return euros(requestedCents);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'Montant accordé, nul s’il n’est pas connu.' })
  awarded(@Root() { awardedCents }: Application): Money | null {
    return euros(awardedCents);
  }

  @FieldResolver(() => [Source], { description: 'Sources qui décrivent le projet.' })
  sources(@Root() { sourceIds }: Application, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }

  @FieldResolver(() => ApplicationState, {
    description: 'État ; le porteur du projet voit celui que l’édition lui montre, sans les étapes du jury.',
  })
  async state(@Root() application: Application, @Ctx() ctx: Context): Promise<ApplicationState> {
    return (await shownState(ctx, application)).state;
  }

  @FieldResolver(() => String, { description: 'Nom de l’état, tel que l’édition le donne à qui le lit.' })
  async stateLabel(@Root() application: Application, @Ctx() ctx: Context): Promise<string> {
    return (await shownState(ctx, application)).label;
  }

  @FieldResolver(() => [StateTransition], {
    description:
      'Changements d’état, du plus ancien au plus récent ; liste vide pour un lauréat que seuls des documents nomment.',
  })
  async history(@Root() application: Application, @Ctx() ctx: Context): Promise<StateTransition[]> {
    await viewNoted(ctx).load(application.id);
    return historyOf(ctx, application);
  }
}
