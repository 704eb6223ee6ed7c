import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { createTestDatabase, type TestDatabase } from '@graphess/subgraph-kit/testing';
import { buildSchema, execute, isEnumType, parse } from 'graphql';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { domains, subgraphs } from '../subgraphs.ts';

/** Columns whose values a constraint lists, and the enum of the graph that lists them too. */
const ENUM_OF: Readonly<Record<string, string>> = {
  'events.event.precision': 'EventPrecision',
  'events.event.status': 'EventStatus',
  'events.event.type': 'EventType',
  'grants.application.state': 'ApplicationState',
  'grants.award.terms': 'AwardTerms',
  'grants.letter.kind': 'LetterKind',
  'grants.attachment.kind': 'AttachmentKind',
  'grants.attachment.scan': 'AttachmentScan',
  'grants.eligibility_rule.code': 'EligibilityRuleCode',
  'grants.eligibility_terms.open_to': 'EligibleStructures',
  'grants.eligibility_version.open_to': 'EligibleStructures',
  'grants.milestone.precision': 'DatePrecision',
  'grants.review_assignment.recusal_kind': 'ConflictKind',
  'observatory.export_job.status': 'ExportStatus',
  'observatory.observation_revision.status': 'ObservationStatus',
  'observatory.organization_role.role': 'OrgRole',
  'observatory.publication.stage': 'PublicationStage',
  'observatory.publication.status': 'PublicationStatus',
  'observatory.quality_finding.kind': 'QualityKind',
  'observatory.quality_finding.severity': 'QualitySeverity',
  'observatory.quality_resolution.resolution': 'QualityResolution',
  'observatory.territory.level': 'TerritoryLevel',
  'procurement.siae.kind': 'SiaeKind',
  'procurement.siae.presta_types': 'PrestaType',
};
const INDICATOR_CODE = 'observatory.observation.indicator_code';
/** Columns that no field of the graph shows as an enum. */
const WITHOUT_ENUM = [
  // Scopes have a colon in them, which no enum of GraphQL can.
  'access.api_key.scopes',
  // What is owed and not there yet has a status too, by the day.
  'grants.report.status',
  'observatory.organization_contact.kind',
  // Other reasons are read off the figures themselves.
  'grants.unknown_value.reason',
  'observatory.unknown_value.reason',
  ...Object.keys(domains).map((schema) => `${schema}.change_log.kind`),
];

let database: TestDatabase;
let listed: Map<string, string[]>;

beforeAll(async () => {
  database = await createTestDatabase(Object.values(domains));
  listed = await listedValues(database.url);
});
afterAll(() => database.drop());

/** The values that each constraint of the form « column IN (…) », « column <@ ARRAY[…] » or « CASE column WHEN … » lists. */
async function listedValues(url: string): Promise<Map<string, string[]>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; definition: string }>(
      `SELECT n.nspname || '.' || c.relname AS table, pg_get_constraintdef(k.oid) AS definition
         FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype = 'c' AND n.nspname = ANY($1)`,
      [Object.keys(domains)],
    );
    return new Map(
      rows.flatMap(({ table, definition }) => {
        const [, column, values] =
          /^CHECK \(\(\(?"?(\w+)"? (?:= ANY|<@) \(?(ARRAY\[[^\]]*\])\S*\)\)$/.exec(definition) ??
          /^CHECK \(\s*CASE "?(\w+)"?\s+((?:.|\n)*)END\)$/.exec(definition) ??
          [];
        if (column === undefined || values === undefined) return [];
        return [[`${table}.${column}`, literalsIn(values)] as const];
      }),
    );
  } finally {
    await client.end();
  }
}

function literalsIn(sql: string): string[] {
  return [...sql.matchAll(/(?:ARRAY\[|, |WHEN )'(\w+)'::text/g)].map(([, value = '']) => value).sort();
}

const api = buildSchema(readFileSync(join(PROJECT_ROOT, 'schema/api.graphql'), 'utf8'));
function valuesOf(name: string): string[] {
  const type = api.getType(name);
  if (!isEnumType(type)) throw new RangeError(`The graph has no enum ${name}`);
  return type
    .getValues()
    .map((value) => value.name)
    .sort();
}

test('every column whose values a constraint lists is known here', () => {
  expect([...listed.keys()].sort()).toEqual(
    [...Object.keys(ENUM_OF), INDICATOR_CODE, ...WITHOUT_ENUM].sort(),
  );
});

test.each(Object.entries(ENUM_OF))('%s takes the values of %s', (column, name) => {
  expect(listed.get(column)).toEqual(valuesOf(name));
});

test('an observation takes every indicator of the catalogue', async () => {
  const { data } = await execute({
    schema: subgraphs.observatory.schema(),
    document: parse('{ indicators { code } }'),
    contextValue: {},
  });
  const catalogue = data?.indicators as { code: string }[] | undefined;
  expect(listed.get(INDICATOR_CODE)).toEqual(catalogue?.map(({ code }) => code).sort());
});
