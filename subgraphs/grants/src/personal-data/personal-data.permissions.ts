import { type PublicFields, roles } from '@graphess/subgraph-kit';

export const PERSONAL_DATA_PUBLIC: PublicFields = {
  PersonalDataPurpose: ['code', 'countedFrom', 'data', 'keptMonths', 'label', 'legalBasis', 'purpose'],
  ErasePersonalDataSuccess: ['contacts', 'values'],
};

export const PERSONAL_DATA_MUTATIONS = { erasePersonalData: roles('admin') };
