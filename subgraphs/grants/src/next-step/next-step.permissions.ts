import { fields, type PermissionTable, type PublicFields, roles } from '@graphess/subgraph-kit';
import { BOTH_SIDES } from '../who-may.ts';

export const NEXT_STEP_PUBLIC: PublicFields = { Event: ['id'], FundingInstrument: ['code'] };
export const NEXT_STEP_OF_APPLICATION = fields(BOTH_SIDES, 'nextSteps');
const THEIR_SIDE = roles('agent', 'admin', 'applicant');
// Reached through an application, where the condition is asked.
export const NEXT_STEP_RESTRICTED: NonNullable<PermissionTable['restricted']> = {
  NextStep: fields(THEIR_SIDE, 'call', 'event', 'explanation', 'instrument', 'kind', 'on'),
  NextSteps: fields(THEIR_SIDE, 'missing', 'none', 'proposals'),
};
