import { callId } from '@graphess/identifiers';
import type { ClaimRecord, SubjectClaim } from '@graphess/provenance';
import { dayAfter, startOfParisDay, type TableRows } from '@graphess/subgraph-kit';
import type { DatePrecision } from '../milestone/milestone.precision.ts';
import { boundsOf } from '../milestone/milestone.rules.ts';
import { workflowTables } from '../workflow/load-workflow.ts';
import type { WorkflowRecord } from '../workflow/standard-workflow.ts';
import { windowOf } from './call.rules.ts';
import { fromDocuments } from './from-documents.ts';

/** A call as the data files write it. */
export type CallRecord = {
  edition: number;
  title: string;
  launchYear: number;
  awardYear: number | null;
  themes: {
    code: string;
    label: string;
    subThemes: { code: string; label: string }[];
    claims: ClaimRecord[];
  }[];
  milestones: {
    code: string;
    label: string;
    precision: DatePrecision;
    value: string;
    statement: string;
    sources: string[];
  }[];
  envelopeTotalCents: number | null;
  maxPerProjectCents: number | null;
  counts: Record<'applications' | 'eligible' | 'shortlisted' | 'auditioned' | 'awarded', number | null>;
  benefits: { code: string; statement: string; partner: string | null; sources: string[] }[];
  objectives: { statement: string }[];
  contact: string | null;
  supportPartners: string[];
  claims: ClaimRecord[];
  sources: string[];
  /** Absent for the standard one. */
  workflow?: WorkflowRecord;
};

/** The rows of calls and of their parts. */
export function callTables(records: readonly CallRecord[]): TableRows[] {
  return [
    { table: 'call', key: ['id'], rows: records.map(callRow), scope: fromDocuments('id') },
    part('milestone', records.flatMap(milestoneRows)),
    part('theme', records.flatMap(themeRows)),
    part('benefit', records.flatMap(benefitRows)),
    ...workflowTables(
      records.map(({ edition, workflow }) => ({ callId: callId(edition), workflow })),
      fromDocuments,
    ),
  ];
}

function part(table: string, rows: readonly object[]): TableRows {
  return { table, key: ['call_id', 'code'], rows, scope: fromDocuments('call_id') };
}

/** What the sources state of calls and of their themes. */
export function claimsOfCalls(records: readonly CallRecord[]): SubjectClaim[] {
  return records.flatMap(({ edition, claims, themes }) =>
    [...claims, ...themes.flatMap((theme) => theme.claims)].map((claim) => ({
      ...claim,
      subject: callId(edition),
    })),
  );
}

function callRow(record: CallRecord) {
  return {
    id: callId(record.edition),
    edition: record.edition,
    title: record.title,
    launch_year: record.launchYear,
    award_year: record.awardYear,
    envelope_total_cents: record.envelopeTotalCents,
    max_per_project_cents: record.maxPerProjectCents,
    ...record.counts,
    objectives: record.objectives.map(({ statement }) => statement),
    contact: record.contact,
    support_partners: record.supportPartners,
    source_ids: record.sources,
    ...windowRow(record),
  };
}

function windowRow({ milestones }: CallRecord) {
  const { opensOn, closesAfter } = windowOf(
    milestones.map(({ code, precision, value }) => ({ code, ...boundsOf(precision, value) })),
  );
  return {
    opens_at: opensOn === null ? null : startOfParisDay(opensOn),
    closes_at: closesAfter === null ? null : startOfParisDay(dayAfter(closesAfter)),
  };
}

function milestoneRows({ edition, milestones }: CallRecord) {
  return milestones.map(({ value, sources, ...milestone }, position) => ({
    ...milestone,
    ...boundsOf(milestone.precision, value),
    call_id: callId(edition),
    position,
    source_ids: sources,
  }));
}

function themeRows({ edition, themes }: CallRecord) {
  const row = (code: string, label: string, parent: string | null) => ({
    call_id: callId(edition),
    code,
    label,
    parent_code: parent,
  });
  return themes
    .flatMap(({ code, label, subThemes }) => [
      row(code, label, null),
      ...subThemes.map((sub) => row(sub.code, sub.label, code)),
    ])
    .map((theme, position) => ({ ...theme, position }));
}

function benefitRows({ edition, benefits }: CallRecord) {
  return benefits.map(({ code, statement, partner, sources }, position) => ({
    call_id: callId(edition),
    code,
    position,
    statement,
    partner_id: partner,
    source_ids: sources,
  }));
}
