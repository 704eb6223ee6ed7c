import { fields, type PublicFields } from '@graphess/subgraph-kit';
import { STAFF } from '../who-may.ts';

export const SUPPORT_PUBLIC: PublicFields = {
  EndSupportSuccess: ['support'],
  RecordSupportSuccess: ['support'],
  Support: ['call', 'id', 'partner', 'since', 'sources', 'until'],
};
export const SUPPORT_MUTATIONS = fields(STAFF, 'endSupport', 'recordSupport');
