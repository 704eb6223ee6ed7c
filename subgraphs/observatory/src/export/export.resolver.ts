import { BadInput, type Context, routeUrl } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isUuid } from '../attempt/uuid.rules.ts';
import { CreateExportInput } from './create-export.input.ts';
import { CreateExportPayload } from './create-export.payload.ts';
import { createExport } from './create-export.ts';
import { fileNameOf, findExport } from './export.queries.ts';
import { ExportJob } from './export-job.entity.ts';

@Resolver(() => ExportJob)
export class ExportResolver {
  @Query(() => ExportJob, { nullable: true, description: 'Un fichier demandé, nul s’il n’existe pas.' })
  async export(
    @Arg('id', () => ID, { description: 'Identifiant que `createExport` a donné.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<ExportJob | null> {
    if (!isUuid(id)) throw new BadInput('id', 'L’identifiant d’un fichier demandé est attendu.');
    return findExport(ctx.db, id, ctx.now);
  }

  @Mutation(() => CreateExportPayload, {
    description:
      'Demande un fichier d’observations, fait en arrière-plan et gardé 7 jours. Pour qui est connecté ou a une clé ; les mêmes fichiers se téléchargent aussi sans rien demander, à `/datasets/<code>.<format>`.',
  })
  async createExport(
    @Arg('input', () => CreateExportInput, { description: 'Le fichier voulu.' }) input: CreateExportInput,
    @Ctx() ctx: Context,
  ): Promise<typeof CreateExportPayload> {
    return createExport(ctx, input);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Adresse du fichier, nulle tant qu’il n’est pas prêt ou quand il n’est plus gardé.',
  })
  url(@Root() job: ExportJob, @Ctx() { publicUrl }: Context): string | null {
    if (job.status !== 'DONE') return null;
    return `${publicUrl}${routeUrl('observatory', { path: `/exports/${job.id}/${fileNameOf(job)}` })}`;
  }
}
