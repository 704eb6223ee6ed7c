import { either, fields, type PermissionTable, type PublicFields, roles, when } from '@graphess/subgraph-kit';
import { JUDGING_STAFF, STAFF } from '../who-may.ts';

const JUROR = roles('juror');
const AGENTS = roles('agent');
/** Of objects that are reached through what is one’s own, or through what agents alone read. */
const JURY_AND_STAFF = either(STAFF, JUROR);
/** Whoever judges an application, and the agents; never whoever applied. */
const JUDGES = either(JUDGING_STAFF, when('declared review', JUROR));
const PERSONAL = { may: JURY_AND_STAFF, personal: true } as const;

type Restricted = NonNullable<PermissionTable['restricted']>;

export const REVIEW_PUBLIC: PublicFields = {
  AddJurorSuccess: ['call'],
  AssignReviewerSuccess: ['assignment'],
  ConflictOfInterestError: ['candidates', 'code', 'message', 'path'],
  DeclareConflictSuccess: ['assignment'],
  LiftConflictSuccess: ['assignment'],
  RecuseReviewerSuccess: ['assignment'],
  SubmitReviewSuccess: ['review'],
  UnassignReviewerSuccess: ['application'],
};

export const REVIEW_OF_APPLICATION: Restricted[string] = {
  reviewAssignments: JUDGING_STAFF,
  reviews: JUDGES,
};

export const REVIEW_OF_CALL: Restricted[string] = fields(STAFF, 'jury', 'ranking');

export const REVIEW_RESTRICTED: Restricted = {
  ConflictCandidate: fields(JURY_AND_STAFF, 'id', 'kind', 'lifted', 'path', 'severity'),
  ConflictEdge: fields(JURY_AND_STAFF, 'from', 'record', 'relation', 'sources', 'to'),
  Juror: { ...fields(STAFF, 'addedAt', 'organization'), subject: { may: STAFF, personal: true } },
  RankedApplication: fields(
    STAFF,
    ...['application', 'group', 'normalizedMean', 'rank', 'rawRank', 'tied', 'weightedMean'],
  ),
  Review: {
    ...fields(JURY_AND_STAFF, 'scores', 'submittedAt', 'version'),
    comment: PERSONAL,
    reviewer: { may: STAFF, personal: true },
  },
  ReviewAssignment: {
    ...fields(
      JURY_AND_STAFF,
      ...[
        'applicantName',
        'application',
        'assignedAt',
        'call',
        'candidates',
        'declaredAt',
        'id',
        'organization',
      ],
      ...['recusalKind', 'recusedAt', 'review', 'reviewerOrganization', 'themes', 'version'],
    ),
    recusalReason: PERSONAL,
    reviewer: PERSONAL,
  },
  ReviewScore: { ...fields(JURY_AND_STAFF, 'criterion', 'label', 'maxScore', 'score'), comment: PERSONAL },
};

export const REVIEW_QUERIES = fields(JUROR, 'myReviews');

export const REVIEW_MUTATIONS = {
  ...fields(AGENTS, 'addJuror', 'assignReviewer', 'liftConflict', 'recuseReviewer', 'unassignReviewer'),
  ...fields(JUROR, 'declareConflict', 'submitReview'),
};
