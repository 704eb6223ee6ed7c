import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { buildSchema, getNamedType, isObjectType, Kind, parse, type SelectionSetNode } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIST_SIZES } from '../cost/weights.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const schema = buildSchema(readFileSync(join(PROJECT_ROOT, 'schema/api.graphql'), 'utf8'));

const PAGES = [
  `organizations(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
     jointProjects { partners { id } awaiting { id } } operatesIn { id } supports { partner { id } } } }`,
  `events(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
     organizers { id } parts { id } sessions { speakers { id } } speedMeetings { hosts { freeSlots } } } }`,
  `laureates(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
     actionTerritories { id } themes { subThemes { code } } previous { id } } }`,
  `siaes(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { activities { coverage { id } } } }`,
  'datasets(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { vintages { id } publishers { id } } }',
];
const WHOLE =
  'calls { benefits { code } supportPartners { id } themes { subThemes { code } } } eventSeries { code } indicators { availability { level } }';
const TERRITORIES =
  'territories(within: "DEP:92", level: COMMUNE) { within { id } formerCodes { code } changes { on } }';

/** Nothing can be seen of these: who signs in sees their own, no meeting, jury or audition is planned, no file is published. */
const UNSEEN = [
  'Application.reviewAssignments',
  'Call.auditionSlots',
  'Call.jury',
  'Call.ranking',
  'DecideApplicationsSuccess.applications',
  'MoneyTrail.lines',
  'NextSelection.adds',
  'NextSelection.removes',
  'NextSteps.proposals',
  'Observation.inputs',
  'Organization.applications',
  'Organization.proposedJointProjects',
  'PlanAuditionsSuccess.slots',
  'Query.myApplications',
  'Query.myMeetings',
  'Query.myReviews',
  'ReviewAssignment.themes',
  'SelectionProposal.funded',
  'SelectionProposal.leftOut',
];

let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process', without: new Set(['cost-limit']) });
});
afterAll(() => graph.stop());

test('the loaded data hold in the sizes that costs count with', async () => {
  const longest: Record<string, number> = {};
  const see = (type: unknown, value: unknown, { selections }: SelectionSetNode): void => {
    if (!isObjectType(type) || typeof value !== 'object' || value === null) return;
    for (const node of selections) {
      if (node.kind !== Kind.FIELD) continue;
      const field = type.getFields()[node.name.value];
      const found = (value as Record<string, unknown>)[node.name.value];
      const path = `${type.name}.${node.name.value}`;
      if (field === undefined) continue;
      if (Array.isArray(found)) longest[path] = Math.max(longest[path] ?? 0, found.length);
      for (const each of [found].flat()) {
        if (node.selectionSet) see(getNamedType(field.type), each, node.selectionSet);
      }
    }
  };
  const ask = async (selection: string, after: string | null) => {
    const text = `query ($after: String) { ${selection} }`;
    const { data, errors } = await graph.query(selection.includes('$after') ? text : `{ ${selection} }`, {
      after,
    });
    expect(errors).toEqual([]);
    const [operation] = parse(text).definitions;
    if (operation?.kind === Kind.OPERATION_DEFINITION)
      see(schema.getQueryType(), data, operation.selectionSet);
    const [page] = Object.values(data ?? {}) as { pageInfo?: { hasNextPage: boolean; endCursor: string } }[];
    return page?.pageInfo;
  };
  for (const selection of [...PAGES, WHOLE, TERRITORIES]) {
    let page = await ask(selection, null);
    while (page?.hasNextPage === true) page = await ask(selection, page.endCursor);
  }
  // Sizes that depend on arguments have tests of their own.
  const fixed = Object.entries(LIST_SIZES).filter(([, { told }]) => /^\d+$/.test(told));
  const unseen = fixed.filter(([path]) => longest[path] === undefined).map(([path]) => path);
  const tooLong = fixed.filter(([path, { told }]) => (longest[path] ?? 0) > Number(told));
  expect({ unseen, tooLong }).toEqual({ unseen: UNSEEN, tooLong: [] });
});
