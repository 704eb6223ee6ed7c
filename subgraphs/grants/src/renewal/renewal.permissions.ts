import { fields, type PermissionTable } from '@graphess/subgraph-kit';
import { STAFF } from '../who-may.ts';

export const RENEWAL_OF_APPLICATION = fields(STAFF, 'grantedByYear', 'isRenewal');
export const RENEWAL_RESTRICTED: NonNullable<PermissionTable['restricted']> = {
  GrantedYear: fields(STAFF, 'aboveThreshold', 'granted', 'threshold', 'unknownAmounts', 'year'),
};
