import { organizationId } from '@graphess/identifiers';
import { readDataFile } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { conflictCandidates } from './conflict.rules.ts';
import { edgesAround } from './conflict-edges.queries.ts';

let graph: TestSubgraph;
let everybody: string[];
let laureates: string[];
beforeAll(async () => {
  graph = await loadedGrants();
  everybody = readDataFile<{ slug: string }[]>('data', '92', 'organizations.json', []).map(({ slug }) =>
    organizationId(slug),
  );
  const rows: { id: string }[] = await graph.db.query(
    `SELECT DISTINCT organization_id AS id FROM application WHERE state = 'AWARDED'`,
  );
  laureates = rows.map(({ id }) => id);
});
afterAll(() => graph.stop());

/** The candidates between every organisation of the facts and some applicants, one line each with its path. */
async function found(applicants: readonly string[]): Promise<string[]> {
  const edges = await edgesAround(graph.db, [...everybody, ...applicants]);
  return applicants
    .flatMap((applicant) =>
      everybody.flatMap((reviewer) =>
        conflictCandidates({ reviewer: [reviewer], applicant, edges }).map(({ id }) => id),
      ),
    )
    .map((id) => id.replaceAll('ORG:', ''))
    .sort();
}
const themselves = (ids: readonly string[]) =>
  ids.map((id) => id.slice(4)).map((slug) => `SAME_ORGANIZATION | ${slug} SAME_AS ${slug}`);

test('of 41 organisations and 27 laureates, three pairs are related, and each to itself', async () => {
  expect([everybody.length, laureates.length]).toEqual([41, 27]);
  expect(await found(laureates)).toEqual(
    [
      ...themselves(laureates),
      'CLUB | lit-up MEMBER_OF CLUB:LAUREATS | maison-proxite MEMBER_OF CLUB:LAUREATS',
      'CLUB | maison-proxite MEMBER_OF CLUB:LAUREATS | lit-up MEMBER_OF CLUB:LAUREATS',
      'DATA_PRODUCER | cress-idf PROVIDES_DATA_TO departement-des-hauts-de-seine',
      'JOINT_PROJECT | lit-up PARTNER_IN PROJECT:maison-proxite-lit-up | maison-proxite PARTNER_IN PROJECT:maison-proxite-lit-up',
      'JOINT_PROJECT | maison-proxite PARTNER_IN PROJECT:maison-proxite-lit-up | lit-up PARTNER_IN PROJECT:maison-proxite-lit-up',
    ].sort(),
  );
});

test('CRESS IDF and France Active Métropole apply: they are found with their paths, and nobody unrelated is', async () => {
  await graph.db.query(
    `INSERT INTO call SELECT (jsonb_populate_record(c, jsonb_build_object(
       'id', 'CALL:5', 'edition', 5, 'published_at', '2025-11-01', 'support_partners',
       ARRAY['ORG:france-active-metropole', 'ORG:positiv-incuba-school']))).* FROM call c WHERE id = 'CALL:4'`,
  );
  const applicants = ['ORG:cress-idf', 'ORG:france-active-metropole'];
  await graph.db.query(
    `INSERT INTO workflow_state SELECT 'CALL:5', state, position, label, public_state, public_label
       FROM workflow_state WHERE call_id = 'CALL:4'`,
  );
  await graph.db.query(
    `INSERT INTO workflow_transition SELECT 'CALL:5', action, from_state, to_state, roles, guards, position
       FROM workflow_transition WHERE call_id = 'CALL:4'`,
  );
  for (const organization of applicants) {
    await anApplication(graph.db, { callId: 'CALL:5', organizationId: organization });
  }
  expect(await found(applicants)).toEqual(
    [
      ...themselves(applicants),
      'DATA_PRODUCER | cress-idf PROVIDES_DATA_TO departement-des-hauts-de-seine',
      'RIVAL | cress-idf APPLIES_TO CALL:5 | france-active-metropole APPLIES_TO CALL:5',
      'RIVAL | france-active-metropole APPLIES_TO CALL:5 | cress-idf APPLIES_TO CALL:5',
      'SUPPORT_PARTNER | france-active-metropole SUPPORT_PARTNER_OF CALL:5 | cress-idf APPLIES_TO CALL:5',
      'SUPPORT_PARTNER | positiv-incuba-school SUPPORT_PARTNER_OF CALL:5 | cress-idf APPLIES_TO CALL:5',
      'SUPPORT_PARTNER | positiv-incuba-school SUPPORT_PARTNER_OF CALL:5 | france-active-metropole APPLIES_TO CALL:5',
      'SUPPORT_PARTNER | cress-idf APPLIES_TO CALL:5 | france-active-metropole SUPPORT_PARTNER_OF CALL:5',
      'SUPPORT_PARTNER | departement-des-hauts-de-seine OWNS CALL:3 | france-active-metropole SUPPORT_PARTNER_OF CALL:3',
      'SUPPORT_PARTNER | departement-des-hauts-de-seine OWNS CALL:5 | france-active-metropole SUPPORT_PARTNER_OF CALL:5',
    ].sort(),
  );
});

test('an organisation that was merged into another is found under either id', async () => {
  await graph.db.query(
    `INSERT INTO organization_copy (id, name, aliases, current_id) VALUES ('ORG:proxite', 'Proxité', '{}', 'ORG:maison-proxite')`,
  );
  const between = async (reviewer: string, applicant: string) =>
    conflictCandidates({
      reviewer: [reviewer],
      applicant,
      edges: await edgesAround(graph.db, [reviewer, applicant]),
    }).map(({ id, severity }) => [id.replaceAll('ORG:', ''), severity]);
  expect(await between('ORG:proxite', 'ORG:maison-proxite')).toEqual([
    ['SAME_ORGANIZATION | proxite SAME_AS maison-proxite', 'BLOCKING'],
  ]);
  expect(await between('ORG:maison-proxite', 'ORG:proxite')).toEqual([
    ['SAME_ORGANIZATION | proxite SAME_AS maison-proxite', 'BLOCKING'],
  ]);
  expect(await between('ORG:proxite', 'ORG:lit-up')).toEqual([
    [
      'JOINT_PROJECT | proxite SAME_AS maison-proxite | maison-proxite PARTNER_IN PROJECT:maison-proxite-lit-up | lit-up PARTNER_IN PROJECT:maison-proxite-lit-up',
      'TO_DECLARE',
    ],
    [
      'CLUB | proxite SAME_AS maison-proxite | maison-proxite MEMBER_OF CLUB:LAUREATS | lit-up MEMBER_OF CLUB:LAUREATS',
      'TO_DECLARE',
    ],
  ]);
});

test('one statement finds the links of all of them', async () => {
  const statements = await graph.statementsOf(() => edgesAround(graph.db, everybody));
  expect(statements.length).toBe(1);
});
