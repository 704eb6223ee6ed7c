import { createHash } from 'node:crypto';
import { type Route, RouteRefusal } from '@graphess/subgraph-kit';
import { editionOfFile, scdlFileOf } from './scdl-file.ts';
import { SCDL_TABLE_SCHEMA } from './scdl-schema.ts';
import { taggedAnswer } from './tagged-answer.ts';

const LIMITS = { method: 'GET', maxBytes: 0, timeoutMs: 30_000 } as const;

/** The grants of an edition: `/open-data/scdl/edition-4.csv`. */
export const scdlFileRoute: Route = {
  ...LIMITS,
  path: '/scdl/:file',
  publicPath: '/open-data/scdl/:file',
  async handler(request) {
    const edition = editionOfFile(request.params['file'] ?? '');
    const file = edition === null ? null : await scdlFileOf(request.ctx.db, edition);
    if (file === null) {
      throw new RouteRefusal(
        404,
        'BAD_USER_INPUT',
        'Aucune subvention de cette édition n’est publiée au format SCDL.',
      );
    }
    return taggedAnswer(request, { ...file, type: 'text/csv; charset=utf-8; header=present' });
  },
};

const schemaBytes = Buffer.from(JSON.stringify(SCDL_TABLE_SCHEMA));

/** The columns of these files. */
export const scdlSchemaRoute: Route = {
  ...LIMITS,
  path: '/scdl-schema.json',
  publicPath: '/open-data/scdl-schema.json',
  handler: async (request) =>
    taggedAnswer(request, {
      bytes: schemaBytes,
      sha256: createHash('sha256').update(schemaBytes).digest('hex'),
      type: 'application/json; charset=utf-8',
    }),
};
