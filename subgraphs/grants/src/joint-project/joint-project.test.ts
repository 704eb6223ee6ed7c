import { clockSetTo, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HAUTS_DE_SEINE, loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, applicantOf, OTHER_APPLICANT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-07-15') });
});
afterAll(() => graph.stop());

const LIT_UP = applicantOf('ORG:lit-up');
const REFUSAL = '... on UserError { code } ... on ValidationError { problems { code path } }';
const SHOWN = 'jointProject { slug title since awaiting { id } }';
type Outcome = { __typename: string; code?: string; jointProject: { slug: string } };
async function run(name: string, input: object, viewer: Viewer): Promise<Outcome> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const { data, errors } = await graph
    .as(viewer)
    .run(
      `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) { __typename ... on ${type}Success { ${SHOWN} } ${REFUSAL} } }`,
      { input },
    );
  return (errors ?? data?.['outcome']) as Outcome;
}
const PROPOSED = {
  title: 'Un atelier commun',
  summary: 'Un atelier où les jeunes des deux structures travaillent.',
  partners: ['ORG:maison-proxite', 'ORG:lit-up'],
};
const propose = (idempotencyKey: string, input: object = {}, viewer = OTHER_APPLICANT) =>
  run('proposeJointProject', { ...PROPOSED, idempotencyKey, ...input }, viewer);
const confirm = (slug: string, viewer: Viewer) =>
  run('confirmJointProject', { slug, idempotencyKey: `${slug} ${viewer.subject}` }, viewer);

async function shown(field: string, viewer: Viewer): Promise<unknown> {
  const { data, errors } = await graph
    .as(viewer)
    .run(
      `{ _entities(representations: [{ __typename: "Organization", id: "ORG:lit-up" }]) { ... on Organization { list: ${field} { title } } } }`,
    );
  const [organization] = (data?.['_entities'] ?? []) as { list: { title: string }[] }[];
  return (
    errors?.map(({ extensions }) => extensions?.['code']) ?? organization?.list.map(({ title }) => title)
  );
}
const OF_DOCUMENTS = 'Projet commun de Maison Proxité et de Lit uP (sans nom dans la source)';

test('a project is public once each partner agreed, and a load leaves it alone', async () => {
  const proposed = await propose('propose');
  expect(proposed).toEqual({
    __typename: 'ProposeJointProjectSuccess',
    jointProject: {
      slug: expect.stringMatching(/^joint-/),
      ...{ title: 'Un atelier commun', since: null, awaiting: [{ id: 'ORG:lit-up' }] },
    },
  });
  expect(await propose('propose')).toEqual(proposed);
  expect(await shown('jointProjects', VISITOR)).toEqual([OF_DOCUMENTS]);
  expect([await shown('proposedJointProjects', LIT_UP), await shown('proposedJointProjects', AGENT)]).toEqual(
    [['Un atelier commun'], ['Un atelier commun']],
  );
  expect([
    await shown('proposedJointProjects', VISITOR),
    await shown('proposedJointProjects', APPLICANT),
  ]).toEqual([['UNAUTHENTICATED'], ['FORBIDDEN']]);
  const { slug } = proposed.jointProject;
  expect(await confirm(slug, APPLICANT)).toMatchObject({ code: 'JOINT_PROJECT_NOT_FOUND' });
  expect(await confirm(slug, OTHER_APPLICANT)).toMatchObject({ code: 'ALREADY_CONFIRMED' });
  expect(await confirm(slug, LIT_UP)).toEqual({
    __typename: 'ConfirmJointProjectSuccess',
    jointProject: { slug, title: 'Un atelier commun', since: '2026-07-15', awaiting: [] },
  });
  await graph.open.load({ ...HAUTS_DE_SEINE, thorough: true });
  expect(await shown('jointProjects', VISITOR)).toEqual([OF_DOCUMENTS, 'Un atelier commun']);
  expect(await shown('proposedJointProjects', LIT_UP)).toEqual([]);
});

test('what is wrong in a proposal is told at once', async () => {
  const wrong = { title: '', summary: 'Court.', partners: ['ORG:bicyclaide', 'ORG:lit-up'] };
  expect(await propose('wrong', wrong)).toMatchObject({
    problems: [
      { code: 'TITLE_LENGTH', path: ['title'] },
      { code: 'SUMMARY_LENGTH', path: ['summary'] },
      { code: 'PROPOSER_ABSENT', path: ['partners'] },
      { code: 'NOT_A_MEMBER', path: ['partners', '0'] },
    ],
  });
  expect(await propose('alone', { partners: ['ORG:maison-proxite'] })).toMatchObject({
    problems: [{ code: 'PARTNERS_COUNT', path: ['partners'] }],
  });
  for (const viewer of [VISITOR, AGENT]) {
    expect(await propose('other', {}, viewer)).toMatchObject({ __typename: 'PermissionError' });
  }
});

test('partners who agree at once are both kept', async () => {
  const members = ['ORG:assol', 'ORG:solishop', 'ORG:reprise'];
  await graph.db.query(
    `INSERT INTO club_member (organization_id, source_ids, recorded_by) SELECT unnest($1::text[]), '{}', 'PERSON:agent'`,
    [members],
  );
  const { jointProject } = await propose('many', {
    partners: ['ORG:maison-proxite', 'ORG:lit-up', ...members],
  });
  const outcomes = await Promise.all(
    [LIT_UP, ...members.map(applicantOf)].map((viewer) => confirm(jointProject.slug, viewer)),
  );
  expect(outcomes.map(({ __typename }) => __typename)).toEqual(Array(4).fill('ConfirmJointProjectSuccess'));
  expect(await shown('jointProjects', VISITOR)).toHaveLength(3);
});
