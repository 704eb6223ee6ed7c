import { fields, roles } from '@graphess/subgraph-kit';
import { BOTH_SIDES, STAFF } from '../who-may.ts';

export const LETTER_VERIFICATION = ['issuedAt', 'kind', 'verified'];
export const LETTER_APPLICATION = fields(BOTH_SIDES, 'letters');
export const LETTER_RESTRICTED = {
  IssueLetterSuccess: fields(STAFF, 'letter'),
  // A letter is reached through an application, where the condition is asked, or by agents.
  Letter: fields(
    roles('agent', 'admin', 'applicant'),
    ...['id', 'issuedAt', 'kind', 'revokedAt', 'sha256', 'templateVersion', 'url'],
  ),
};
export const LETTER_MUTATIONS = fields(STAFF, 'issueLetter');
