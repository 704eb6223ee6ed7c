import {
  BadInput,
  type Connection,
  type Context,
  countRows,
  Forbidden,
  toConnection,
  Unauthenticated,
} from '@graphess/subgraph-kit';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { ApplicationConnection } from './application.connection.ts';
import { Application } from './application.entity.ts';
import { ApplicationState } from './application.state.ts';
import { applicationsMatching, pageOfApplications } from './application-list.queries.ts';

const AGENT_ROLES = ['agent', 'admin'];

@Resolver()
export class ApplicationListResolver {
  @Query(() => ApplicationConnection, {
    description: 'Toutes les candidatures, pour les agents du Département.',
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
    @Arg('first', () => Int, { defaultValue: 20, description: 'Nombre de résultats, de 1 à 100.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Curseur après lequel reprendre.' }) after:
      | string
      | null,
    @Ctx() { db, viewer }: Context,
  ): Promise<Connection<Application>> {
    if (viewer.subject === null) throw new Unauthenticated();
    if (!viewer.roles.some((role) => AGENT_ROLES.includes(role))) throw new Forbidden();
    if (search?.trim() === '') throw new BadInput('search', '« search » ne peut pas être vide.');
    const list = applicationsMatching({
      edition: edition ?? null,
      states: states ?? null,
      search: search ?? null,
    });
    const page = await pageOfApplications(db, list, { first, after });
    return toConnection(
      page,
      () => countRows(db, list),
      (application) => application,
    );
  }

  @Query(() => [Application], {
    description: 'Les candidatures déposées sur la plateforme par la personne connectée.',
  })
  myApplications(@Ctx() { viewer }: Context): Application[] {
    if (viewer.subject === null) throw new Unauthenticated();
    return [];
  }
}
