import { fields, type PermissionTable, type PublicFields, roles } from '@graphess/subgraph-kit';
import { BOTH_SIDES, STAFF } from '../who-may.ts';

export const AGREEMENT_PUBLIC: PublicFields = {
  AmendAgreementSuccess: ['application'],
  SignAgreementSuccess: ['application'],
};
export const AGREEMENT_OF_APPLICATION = fields(BOTH_SIDES, 'agreement');
export const AGREEMENT_RESTRICTED: NonNullable<PermissionTable['restricted']> = {
  // Reached through an application, where the condition is asked.
  Agreement: fields(roles('agent', 'admin', 'applicant'), 'endsOn', 'signedOn', 'startsOn', 'version'),
};
export const AGREEMENT_MUTATIONS = fields(STAFF, 'amendAgreement', 'signAgreement');
