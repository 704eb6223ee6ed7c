import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { PublishedFile } from './published-file.type.ts';
import { scdlFileName, scdlFileOf } from './scdl-file.ts';
import { SCDL_VERSION } from './scdl-schema.ts';

@Resolver()
export class ScdlResolver {
  @Query(() => PublishedFile, {
    nullable: true,
    description:
      'Les subventions d’une édition au format SCDL « Subventions ». Nul tant qu’aucune n’a été décidée ici : des éditions que des documents racontent, ni les montants ni les identifiants ne sont connus.',
  })
  async scdlFile(
    @Arg('edition', () => Int, { description: 'Numéro de l’édition, à partir de 1.' }) edition: number,
    @Ctx() { db, publicUrl, now }: Context,
  ): Promise<PublishedFile | null> {
    const file = await scdlFileOf(db, edition);
    if (file === null) return null;
    const { sha256, rowCount, validationErrors } = file;
    return {
      url: `${publicUrl}/open-data/scdl/${scdlFileName(edition)}`,
      schemaVersion: SCDL_VERSION,
      rowCount,
      sha256,
      validationErrors,
      generatedAt: now,
    };
  }
}
