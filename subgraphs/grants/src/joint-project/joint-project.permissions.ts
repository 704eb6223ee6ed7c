import { fields, type PublicFields, roles } from '@graphess/subgraph-kit';
import { OWN_STRUCTURE } from '../who-may.ts';

export const JOINT_PROJECT_PUBLIC: PublicFields = {
  ConfirmJointProjectSuccess: ['jointProject'],
  JointProject: ['awaiting', 'partners', 'since', 'slug', 'sources', 'summary', 'title'],
  ProposeJointProjectSuccess: ['jointProject'],
};
export const PROPOSALS_OF_ORGANIZATION = fields(OWN_STRUCTURE, 'proposedJointProjects');
export const JOINT_PROJECT_MUTATIONS = fields(
  roles('applicant'),
  'confirmJointProject',
  'proposeJointProject',
);
