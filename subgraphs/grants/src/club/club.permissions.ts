import {
  connectionRows,
  fields,
  type PermissionTable,
  type PublicFields,
  roles,
} from '@graphess/subgraph-kit';
import { OWN_STRUCTURE } from '../who-may.ts';

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
