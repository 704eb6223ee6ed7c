import { fields } from '@graphess/subgraph-kit';
import { STAFF } from '../who-may.ts';

export const PROPOSAL_CALL = fields(STAFF, 'selectionProposal');
export const PROPOSAL_RESTRICTED = {
  LeftOutProject: fields(STAFF, 'application', 'reason'),
  NextSelection: fields(STAFF, 'adds', 'extra', 'removes'),
  ProposedAward: fields(STAFF, 'amount', 'application', 'score'),
  SelectionProposal: fields(STAFF, 'budget', 'funded', 'leftOut', 'next', 'score', 'spent'),
};
