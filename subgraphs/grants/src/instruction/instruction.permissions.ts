import { fields, type PermissionTable, roles } from '@graphess/subgraph-kit';
import { APPLICANT_ONLY } from '../application-form/application-form.permissions.ts';
import { BOTH_SIDES } from '../who-may.ts';

type Restricted = NonNullable<PermissionTable['restricted']>;

const AGENT_ONLY = roles('agent');
const EITHER = roles('agent', 'admin', 'applicant');

export const INSTRUCTION_FIELDS: Restricted[string] = { pendingRequest: BOTH_SIDES };
export const INSTRUCTION_MUTATIONS: Restricted[string] = {
  ...fields(AGENT_ONLY, 'declareIneligible', 'requestInformation', 'startReview'),
  ...fields(APPLICANT_ONLY, 'answerInformation', 'withdrawApplication'),
};
export const INSTRUCTION_TYPES: Restricted = {
  InformationRequest: fields(EITHER, 'dueOn', 'points', 'reason', 'requestedAt'),
  InstructApplicationSuccess: fields(EITHER, 'application'),
};
