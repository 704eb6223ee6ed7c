import {
  type Context,
  either,
  fields,
  type PermissionTable,
  roles,
  scopes,
  when,
} from '@graphess/subgraph-kit';
import { isPublisher } from './publishable-dataset.queries.ts';

/** Who publishes figures. */
const PUBLISHERS = either(roles('producer', 'admin'), scopes('statistics:publish'));
/** Who publishes a given dataset: what a trial is told of it would tell another producer of its secrets. */
const OWN_PUBLISHERS = either(
  roles('admin'),
  when('own dataset', either(roles('producer'), scopes('statistics:publish'))),
);
/** Who keeps a copy of what is published. */
const FOLLOWERS = either(roles('producer', 'admin', 'partner'), scopes('changes:read', 'statistics:publish'));

/** What publications add to each part of the table of the observatory. */
export const PUBLICATION_PUBLIC = {
  AnnounceReleaseSuccess: ['dataset'],
  DisclosureAudit: [
    ...['cells', 'checkedAt', 'gap', 'narrowCells', 'published', 'recoverableCells', 'rules'],
    ...['suppressedPrimary', 'suppressedSecondary'],
  ],
  WithdrawVintageSuccess: ['deleted', 'restored', 'vintage'],
} satisfies PermissionTable['public'];

export const PUBLICATION_RESTRICTED = {
  ObservationChange: fields(FOLLOWERS, 'changedAt', 'key', 'kind', 'observation'),
  ObservationChangePage: fields(FOLLOWERS, 'changes', 'hasMore', 'nextCursor'),
  Publication: fields(
    PUBLISHERS,
    ...['askedAt', 'endedAt', 'id', 'isDryRun', 'label', 'progress', 'result', 'stage', 'status'],
  ),
  PublicationRunning: fields(PUBLISHERS, 'publication'),
  PublishVintageRejected: fields(
    PUBLISHERS,
    ...['code', 'message', 'path', 'problemCount', 'quarantined', 'rowErrors'],
  ),
  PublishVintageSuccess: fields(
    PUBLISHERS,
    'deleted',
    'disclosure',
    'inserted',
    'quarantined',
    'revised',
    'vintage',
  ),
  QuarantinedRows: fields(PUBLISHERS, 'code', 'count', 'firstLine', 'message'),
  RowError: fields(PUBLISHERS, 'code', 'column', 'line', 'message', 'raw'),
};
export const PUBLICATION_MUTATIONS = fields(
  OWN_PUBLISHERS,
  'announceRelease',
  'publishVintage',
  'withdrawVintage',
);
export const PUBLICATION_QUERIES = {
  ...fields(PUBLISHERS, 'publication'),
  ...fields(FOLLOWERS, 'observationChanges'),
};

type Publishing = { input: { datasetCode?: string; vintage?: string } };

export const PUBLICATION_CONDITIONS = {
  'own dataset': {
    means: 'L’organisation pour laquelle la personne ou la clé agit publie ce jeu de données.',
    async holds(_parent: unknown, args: Publishing, { db, viewer }: Context) {
      if (viewer.organization === null) return false;
      const { datasetCode, vintage } = args.input;
      const code = datasetCode ?? vintage?.replace(/^DS:/, '').split('/')[0] ?? '';
      return isPublisher(db, code, viewer.organization);
    },
  },
} satisfies PermissionTable['conditions'];
