import {
  type Connection,
  type Context,
  countRows,
  keysetPage,
  PageArguments,
  searchArgument,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { ApplicationConnection } from './application.connection.ts';
import { Application } from './application.entity.ts';
import { ApplicationState } from './application.state.ts';
import { applicationsMatching, applicationsOfViewer } from './application-list.queries.ts';

@Resolver()
export class ApplicationListResolver {
  @Query(() => ApplicationConnection, {
    description:
      'Toutes les candidatures déposées, pour les agents du Département ; les brouillons sont l’affaire de leurs auteurs.',
  })
  async applications(
    @Arg('edition', () => Int, {
      nullable: true,
      description: 'Édition voulue ; toutes si elle est absente.',
    })
    edition: number | null,
    @Arg('states', () => [ApplicationState], {
      nullable: true,
      description: 'États voulus ; tous si absent.',
    })
    states: ApplicationState[] | null,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Texte cherché dans le nom de la structure, le titre et le résumé.',
    })
    search: string | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db }: Context,
  ): Promise<Connection<Application>> {
    const list = applicationsMatching({
      edition: edition ?? null,
      states: states ?? null,
      search: searchArgument('search', search),
    });
    const rows = await keysetPage<Application>(db, list, page);
    return toConnection(
      rows,
      () => countRows(db, list),
      (application) => application,
    );
  }

  @Query(() => [Application], {
    description:
      'Les candidatures de la structure pour laquelle la personne connectée agit, brouillons compris, la plus récente d’abord ; les 100 dernières.',
  })
  myApplications(@Ctx() ctx: Context): Promise<Application[]> {
    return applicationsOfViewer(ctx);
  }
}
