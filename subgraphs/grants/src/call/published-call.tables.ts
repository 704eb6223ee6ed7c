import type { TableRows } from '@graphess/subgraph-kit';
import { statementOf } from '../milestone/milestone-statement.rules.ts';
import { workflowTables } from '../workflow/load-workflow.ts';
import { daysOf, windowGiven } from './call-plan.rules.ts';
import type { CallDocumentInput, CriterionInput, PublishCallInput } from './publish-call.input.ts';

/** The version of the rules that an edition opens with. */
export const FIRST_RULES = '1';

/** The rows of an edition, the call itself first; of an input without problems. */
export function tablesOfCall(id: string, input: PublishCallInput, now: Date): TableRows[] {
  return [
    { table: 'call', key: ['id'], rows: [callRow(id, input, now)], scope: only('id', id) },
    part(id, 'milestone', ['call_id', 'code'], milestoneRows(input)),
    part(id, 'theme', ['call_id', 'code'], themeRows(input)),
    part(id, 'benefit', ['call_id', 'code'], benefitRows(input)),
    ...workflowTables([{ callId: id, workflow: input.workflow ?? undefined }], (column) => only(column, id)),
    part(
      id,
      'eligibility_terms',
      ['call_id'],
      [
        {
          version: FIRST_RULES,
          open_to: input.eligibility.openTo,
          action_within: input.eligibility.actionWithin,
        },
      ],
    ),
    part(
      id,
      'eligibility_rule',
      ['call_id', 'code'],
      input.eligibility.rules.map(({ code, label, description }, position) => ({
        ...{ code, position, label, description },
      })),
    ),
    criterionTable(id, input.criteria),
    part(
      id,
      'report_schedule',
      ['call_id', 'code'],
      (input.reports ?? []).map(({ code, label, monthsAfter }, position) => ({
        ...{ code, position, label, months_after: monthsAfter },
      })),
    ),
    documentTable(id, input.documents ?? []),
  ];
}

export function criterionTable(id: string, criteria: readonly CriterionInput[]): TableRows {
  return part(
    id,
    'evaluation_criterion',
    ['call_id', 'code'],
    criteria.map(({ code, label, description, weight, maxScore }, position) => ({
      ...{ code, position, label, description, weight, max_score: maxScore },
    })),
  );
}

export function documentTable(id: string, documents: readonly CallDocumentInput[]): TableRows {
  return part(
    id,
    'call_document',
    ['call_id', 'position'],
    documents.map(({ title, url, sha256 }, position) => ({
      ...{ position, title, url, sha256: sha256.toLowerCase() },
    })),
  );
}

function only(column: string, id: string): NonNullable<TableRows['scope']> {
  return { sql: `t.${column} = $1`, params: [id] };
}

function part(id: string, table: string, key: readonly string[], rows: readonly object[]): TableRows {
  return { table, key, rows: rows.map((row) => ({ call_id: id, ...row })), scope: only('call_id', id) };
}

function callRow(id: string, input: PublishCallInput, now: Date) {
  const { opensAt, closesAt } = windowGiven(input);
  return {
    id,
    edition: input.edition,
    title: input.title.trim(),
    launch_year: input.launchYear,
    award_year: input.awardYear ?? null,
    envelope_total_cents: input.envelopeCents ?? null,
    max_per_project_cents: input.maxPerProjectCents,
    objectives: input.objectives ?? [],
    contact: input.contact ?? null,
    support_partners: input.supportPartners ?? [],
    source_ids: [],
    opens_at: opensAt,
    closes_at: closesAt,
    published_at: now,
  };
}

function milestoneRows({ milestones }: PublishCallInput) {
  return milestones.map((milestone, position) => ({
    code: milestone.code,
    position,
    label: milestone.label,
    precision: milestone.precision,
    ...daysOf(milestone),
    statement: milestone.statement ?? statementOf(milestone.precision, milestone.value),
    source_ids: [],
  }));
}

function themeRows({ themes }: PublishCallInput) {
  return themes
    .flatMap(({ code, label, subThemes }) => [
      { code, label, parent_code: null as string | null },
      ...(subThemes ?? []).map((sub) => ({ code: sub.code, label: sub.label, parent_code: code })),
    ])
    .map((theme, position) => ({ ...theme, position }));
}

function benefitRows({ benefits }: PublishCallInput) {
  return (benefits ?? []).map(({ code, statement, partner }, position) => ({
    ...{ code, position, statement, partner_id: partner ?? null, source_ids: [] },
  }));
}
