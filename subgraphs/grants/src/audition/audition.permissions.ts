import { fields, roles } from '@graphess/subgraph-kit';
import { BOTH_SIDES, STAFF } from '../who-may.ts';

export const AUDITION_APPLICATION = fields(BOTH_SIDES, 'audition');
export const AUDITION_CALL = fields(STAFF, 'auditionSlots');
export const AUDITION_RESTRICTED = {
  AssignAuditionSlotSuccess: fields(STAFF, 'slot'),
  // A slot is reached through an application, where the condition is asked, or by agents.
  AuditionSlot: {
    ...fields(roles('agent', 'admin', 'applicant'), 'endsAt', 'id', 'place', 'startsAt'),
    ...fields(STAFF, 'application'),
  },
  PlanAuditionsSuccess: fields(STAFF, 'slots'),
};
export const AUDITION_MUTATIONS = fields(STAFF, 'assignAuditionSlot', 'planAuditions');
