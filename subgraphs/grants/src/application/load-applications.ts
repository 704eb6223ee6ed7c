import { applicationId, callId } from '@graphess/identifiers';
import type { ClaimRecord, SubjectClaim } from '@graphess/provenance';
import type { TableRows } from '@graphess/subgraph-kit';

/** A laureate as the data files write it. */
export type LaureateRecord = {
  edition: number;
  slug: string;
  organization: string;
  applicantName: string;
  title: string | null;
  summary: string;
  areaAsStated: string | null;
  actionTerritories: string[];
  themes: string[];
  fundedItems: string | null;
  sources: string[];
  claims: ClaimRecord[];
};

// An application that names no source was filed here: a load leaves it alone.
const FROM_DOCUMENTS = 'cardinality(source_ids) > 0';

/** The rows of the applications that documents name as laureates, and of their themes. */
export function applicationTables(records: readonly LaureateRecord[]): TableRows[] {
  return [
    {
      table: 'application',
      key: ['id'],
      rows: records.map(applicationRow),
      scope: { sql: FROM_DOCUMENTS, params: [] },
    },
    {
      table: 'application_theme',
      key: ['application_id', 'theme_code'],
      rows: records.flatMap(themeRows),
      scope: { sql: `t.application_id IN (SELECT id FROM application WHERE ${FROM_DOCUMENTS})`, params: [] },
    },
  ];
}

export function claimsOfApplications(records: readonly LaureateRecord[]): SubjectClaim[] {
  return records.flatMap(({ slug, claims }) =>
    claims.map((claim) => ({ ...claim, subject: applicationId(slug) })),
  );
}

function applicationRow(record: LaureateRecord) {
  return {
    id: applicationId(record.slug),
    call_id: callId(record.edition),
    organization_id: record.organization,
    applicant_name: record.applicantName,
    title: record.title,
    summary: record.summary,
    area_as_stated: record.areaAsStated,
    action_territories: record.actionTerritories,
    funded_items: record.fundedItems,
    state: 'AWARDED',
    is_demonstration: false,
    source_ids: record.sources,
  };
}

function themeRows({ edition, slug, themes }: LaureateRecord) {
  return themes.map((code) => ({
    application_id: applicationId(slug),
    call_id: callId(edition),
    theme_code: code,
  }));
}
