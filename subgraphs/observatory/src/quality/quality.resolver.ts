import { parseId } from '@graphess/identifiers';
import { provenanceOf, Source } from '@graphess/provenance';
import {
  BadInput,
  type Connection,
  type Context,
  connectionOf,
  countRows,
  keysetPage,
  PageArguments,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { qualityFindingList, toQualityFinding } from './quality.queries.ts';
import { QualityFindingFilter } from './quality-filter.input.ts';
import { QualityFinding } from './quality-finding.entity.ts';

const { Connection: QualityFindingConnection } = connectionOf(() => QualityFinding, {
  name: 'QualityFinding',
  items: 'signalements',
});

@Resolver(() => QualityFinding)
export class QualityFindingResolver {
  @Query(() => QualityFindingConnection, {
    description:
      'Les signalements sur la qualité des données, les plus graves d’abord. Ils citent ce que les sources impriment : réservé aux agents, aux producteurs et aux administrateurs.',
  })
  async qualityFindings(
    @Arg('filter', () => QualityFindingFilter, { nullable: true, description: 'Critères ; tous si absent.' })
    filter: QualityFindingFilter | null,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { db }: Context,
  ): Promise<Connection<QualityFinding>> {
    const list = qualityFindingList({
      kinds: filter?.kinds ?? null,
      subjects: filter?.subjects?.map(subjectArgument) ?? null,
      status: filter?.status ?? null,
    });
    const page = await keysetPage<QualityFinding>(db, list, asked);
    return toConnection(page, () => countRows(db, list), toQualityFinding);
  }

  @FieldResolver(() => [Source], { description: 'Sources qui l’impriment.' })
  sources(@Root() { sourceIds }: QualityFinding, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }
}

function subjectArgument(id: string): string {
  if (parseId(id) === null) {
    throw new BadInput(
      'filter.subjects',
      '« filter.subjects » attend des identifiants, par exemple ORG:cress-idf.',
    );
  }
  return id;
}
