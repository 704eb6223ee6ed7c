import { fields, type PermissionTable, type PublicFields } from '@graphess/subgraph-kit';
import { APPLICANT_ONLY } from '../application-form/application-form.permissions.ts';
import { BOTH_SIDES, STAFF } from '../who-may.ts';

type Restricted = NonNullable<PermissionTable['restricted']>;

/** A refusal says nothing of an application: its type is everybody's. */
export const SUBMISSION_PUBLIC: PublicFields = { CallClosedError: ['closedAt', 'code', 'message', 'path'] };
export const SUBMISSION_FIELDS: Restricted[string] = { filedEligibility: STAFF, receiptUrl: BOTH_SIDES };
export const SUBMISSION_MUTATIONS: Restricted[string] = fields(APPLICANT_ONLY, 'submitApplication');
export const SUBMISSION_TYPES: Restricted = {
  FiledEligibility: fields(STAFF, 'rulesVersion', 'toCheck', 'verdict'),
  SubmitApplicationSuccess: fields(APPLICANT_ONLY, 'application', 'receiptUrl'),
};
