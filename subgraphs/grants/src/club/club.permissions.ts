import {
  connectionRows,
  either,
  fields,
  type PermissionTable,
  type PublicFields,
  roles,
  when,
} from '@graphess/subgraph-kit';
import { STAFF } from '../who-may.ts';

const OWN_STRUCTURE = either(STAFF, when('own structure', roles('applicant')));
const THEIR_SIDE = roles('agent', 'admin', 'applicant');

export const CLUB_PUBLIC: PublicFields = {
  ClubMember: ['name', 'organization', 'since', 'sources'],
  ...connectionRows('ClubMember'),
  JoinClubSuccess: ['organization'],
  LeaveClubSuccess: ['organization'],
};
export const CLUB_OF_ORGANIZATION = fields(OWN_STRUCTURE, 'suggestedPartners');
export const CLUB_MUTATIONS = fields(THEIR_SIDE, 'joinClub', 'leaveClub');
// Reached through an organisation, where the condition is asked.
export const CLUB_RESTRICTED: NonNullable<PermissionTable['restricted']> = {
  PartnerContribution: fields(THEIR_SIDE, 'code', 'explanation', 'label', 'points'),
  SuggestedPartner: fields(THEIR_SIDE, 'contributions', 'name', 'organization', 'score'),
};
