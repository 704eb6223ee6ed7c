import { fields, type PublicFields } from '@graphess/subgraph-kit';
import { STAFF } from '../who-may.ts';

export const DECISION_PUBLIC: PublicFields = {
  DecideApplicationsSuccess: ['applications'],
  DecisionSuccess: ['application'],
  EnvelopeExceededError: ['code', 'message', 'missing', 'path', 'remaining'],
};

export const DECISION_MUTATIONS = fields(
  STAFF,
  ...['awardApplication', 'decideApplications', 'recordAudition', 'rejectApplication', 'reopenDecision'],
  ...['shortlistApplication', 'waitlistApplication'],
);
