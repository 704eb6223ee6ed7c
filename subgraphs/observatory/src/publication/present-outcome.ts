import { ConflictError, type Context, type NotFoundError } from '@graphess/subgraph-kit';
import { vintageById } from '../dataset/dataset.queries.ts';
import { DisclosureAudit } from './disclosure-audit.entity.ts';
import { notFound } from './not-found.ts';
import type { Publication } from './publication.entity.ts';
import { PublishVintageRejected, PublishVintageSuccess, RowError } from './publication.payload.ts';

const SHOWN_PROBLEMS = 100;

/** The result of a publication as the graph gives it; null while there is none. */
export async function presentOutcome(
  ctx: Context,
  publication: Publication,
): Promise<PublishVintageSuccess | PublishVintageRejected | ConflictError | NotFoundError | null> {
  const { outcome, status } = publication;
  if (status === 'FAILED') {
    return ConflictError.of(
      'La publication n’a pas pu se faire et rien n’est publié : recommencez avec une autre clé de reprise.',
    );
  }
  if (outcome === null) return null;
  switch (outcome.kind) {
    case 'CONFLICT':
      return ConflictError.of(outcome.message);
    case 'UNKNOWN_DATASET':
      return notFound('datasetCode');
    case 'UNKNOWN_UPLOAD':
      return notFound('uploadId');
    case 'REJECTED': {
      const { problems, problemCount, quarantined } = outcome;
      const rowErrors = problems.slice(0, SHOWN_PROBLEMS).map((each) => Object.assign(new RowError(), each));
      const message =
        problemCount === 1
          ? 'Une ligne du fichier est à corriger ; rien n’est publié.'
          : `${problemCount} points du fichier sont à corriger ; rien n’est publié.`;
      return Object.assign(new PublishVintageRejected(), {
        ...{ code: 'FILE_REJECTED', message, path: ['uploadId'] },
        ...{ rowErrors, problemCount, quarantined },
      });
    }
    case 'PUBLISHED': {
      const { vintageId, disclosure, inserted, revised, deleted, quarantined } = outcome;
      return Object.assign(new PublishVintageSuccess(), {
        ...{ inserted, revised, deleted, quarantined },
        vintage: vintageId === null ? null : await vintageById(ctx).load(vintageId),
        // Kept as JSON, an instant is text.
        disclosure: Object.assign(new DisclosureAudit(), disclosure, {
          checkedAt: new Date(disclosure.checkedAt),
        }),
      });
    }
  }
}
