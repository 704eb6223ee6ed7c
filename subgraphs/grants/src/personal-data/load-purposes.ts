import type { TableRows } from '@graphess/subgraph-kit';
import type { PurposeRecord } from './standard-purposes.ts';

export function purposeTables(records: readonly PurposeRecord[]): TableRows[] {
  return [
    {
      table: 'personal_data_purpose',
      key: ['code'],
      rows: records.map(({ legalBasis, keptMonths, countedFrom, ...record }, position) => ({
        ...record,
        position,
        legal_basis: legalBasis,
        kept_months: keptMonths,
        counted_from: countedFrom,
      })),
    },
  ];
}
