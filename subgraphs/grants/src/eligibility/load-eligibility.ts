import { callId } from '@graphess/identifiers';
import type { TableRows } from '@graphess/subgraph-kit';
import { fromDocuments } from '../call/from-documents.ts';
import type { RuleCode } from './eligibility-rule.entity.ts';
import type { OpenTo } from './eligibility-terms.entity.ts';

/** The eligibility rules of an edition as the data files write them. */
export type EligibilityRecord = {
  edition: number;
  version: string;
  openTo: OpenTo;
  actionWithin: string;
  rules: { code: RuleCode; label: string; description: string }[];
};

export function eligibilityTables(records: readonly EligibilityRecord[]): TableRows[] {
  return [
    {
      table: 'eligibility_terms',
      key: ['call_id'],
      scope: fromDocuments('call_id'),
      rows: records.map(({ edition, version, openTo, actionWithin }) => ({
        call_id: callId(edition),
        version,
        open_to: openTo,
        action_within: actionWithin,
      })),
    },
    {
      table: 'eligibility_rule',
      key: ['call_id', 'code'],
      scope: fromDocuments('call_id'),
      rows: records.flatMap(({ edition, rules }) =>
        rules.map((rule, position) => ({ call_id: callId(edition), position, ...rule })),
      ),
    },
  ];
}
