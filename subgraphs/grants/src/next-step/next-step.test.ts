import { clockSetTo, readDataFile, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followEvents } from '../agenda/event-copy.follow.ts';
import { anAward } from '../agreement/an-award.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, OTHER_APPLICANT } from '../testing/viewers.fixture.ts';
import { INSTRUMENT_RULES } from './instrument.rules.ts';

const MORNING = {
  ...{
    id: 'EVT:matinee',
    title: 'Matinée des Financements à Impact',
    type: 'FUNDING_MORNING',
    status: 'SCHEDULED',
  },
  ...{ starts_on: '2026-11-18', last_possible_on: '2026-11-18', is_demonstration: false },
};

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-07-15') });
  const upsert = (value: object, seq: number) => ({
    seq: String(seq),
    key: 'key',
    kind: 'UPSERT' as const,
    value,
  });
  await followEvents.apply(
    graph.db,
    [
      MORNING,
      { ...MORNING, id: 'EVT:past', starts_on: '2026-07-14', last_possible_on: '2026-07-14' },
      {
        ...MORNING,
        id: 'EVT:off',
        starts_on: '2026-09-01',
        last_possible_on: '2026-09-01',
        status: 'CANCELLED',
      },
      { ...MORNING, id: 'EVT:other', starts_on: '2026-08-01', last_possible_on: '2026-08-01', type: 'OTHER' },
    ].map(upsert),
    [],
  );
});
afterAll(() => graph.stop());

const STEPS =
  'nextSteps { none missing proposals { kind on explanation instrument { code } event { id } call { edition } } }';
type Proposal = {
  kind: string;
  explanation: string;
  instrument: { code: string } | null;
  event: { id: string } | null;
};
type Steps = { none: string | null; missing: string[]; proposals: Proposal[] };

async function stepsOf(id: string, viewer: Viewer = APPLICANT): Promise<Steps> {
  const { data, errors } = await graph
    .as(viewer)
    .run(`query ($id: ID!) { application(id: $id) { ${STEPS} } }`, { id });
  const application = data?.['application'] as { nextSteps: Steps } | null;
  return (errors?.map(({ extensions }) => extensions?.['code']) ?? application?.nextSteps) as Steps;
}
const codesOf = ({ proposals }: Steps) => proposals.flatMap(({ instrument }) => instrument?.code ?? []);

test('the instruments are exactly those that the sources name', () => {
  const facts = readDataFile<{ code: string }[]>('data', '92', 'events/instruments.json', []);
  expect(INSTRUMENT_RULES.map(({ code }) => code).sort()).toEqual(facts.map(({ code }) => code).sort());
});

test('a rejected association is told of the next morning and of what suits a small need', async () => {
  const id = await anApplication(graph.db, { state: 'REJECTED', requestedCents: 600_000 });
  const steps = await stepsOf(id);
  expect(steps.proposals.at(0)).toEqual({
    ...{ kind: 'MEETING', on: '2026-11-18', instrument: null, event: { id: 'EVT:matinee' }, call: null },
    explanation: '« Matinée des Financements à Impact » : on y rencontre des financeurs en rendez-vous.',
  });
  expect(codesOf(steps)).toEqual([
    'MICROCREDIT',
    'FINANCE_SOLIDAIRE',
    'LOVE_MONEY',
    'CROWDFUNDING',
    'BARTERING',
  ]);
  expect([steps.none, steps.missing]).toEqual([
    null,
    ['Aucune autre édition de l’appel à projets n’est annoncée.'],
  ]);
});

test('a capped laureate is told of what the missing part allows; a company, of capital', async () => {
  const id = await anAward(graph.db, {
    cents: 400_000,
    requestedCents: 1_500_000,
    summary: 'Un café associatif.',
    title: 'Le café',
  });
  await graph.db.query(`UPDATE application SET applicant_legal_form = '5710' WHERE id = $1`, [id]);
  expect(codesOf(await stepsOf(id, AGENT))).toEqual([
    ...[
      'PRET_HONNEUR',
      'FINANCE_SOLIDAIRE',
      'BUSINESS_ANGELS',
      'FONDS_INVESTISSEMENT',
      'CROWDFUNDING',
      'CROWDLENDING',
    ],
  ]);
});

test('otherwise nothing is proposed, and it says why', async () => {
  const none = async (id: string, viewer = APPLICANT) => {
    const { none: reason, proposals } = await stepsOf(id, viewer);
    return [reason, proposals.length];
  };
  const undecided = ['Aucune décision n’est encore prise sur cette candidature.', 0];
  expect(await none(await anApplication(graph.db, { state: 'SUBMITTED' }))).toEqual(undecided);
  expect(await none(await anAward(graph.db, { cents: 800_000, requestedCents: 800_000 }))).toEqual([
    'La subvention couvre tout ce qui était demandé.',
    0,
  ]);
  expect(await none('APP:1-assol', AGENT)).toEqual([
    'On ne sait pas si la subvention couvre tout ce qui était demandé.',
    0,
  ]);
  // A waiting list is a step of the jury, which those who applied are not told of.
  const waiting = await anApplication(graph.db, { state: 'WAITLISTED' });
  expect(await none(waiting)).toEqual(undecided);
  expect((await stepsOf(waiting, AGENT)).none).toBeNull();
});

test('the edition that is announced next is proposed, a draft of one is not', async () => {
  const id = await anApplication(graph.db, { state: 'INELIGIBLE' });
  await graph.db.query(
    `INSERT INTO call (id, edition, title, launch_year, objectives, support_partners, source_ids, opens_at, closes_at)
     VALUES ('CALL:5', 5, 'PROGR’ESS', 2026, '{}', '{}', '{}', '2026-11-02', '2027-01-01')`,
  );
  expect((await stepsOf(id)).proposals.map(({ kind }) => kind).includes('CALL')).toBe(false);
  await graph.db.query(`UPDATE call SET published_at = '2026-07-01' WHERE id = 'CALL:5'`);
  expect((await stepsOf(id)).proposals.at(0)).toEqual({
    ...{ kind: 'CALL', on: '2026-11-02', instrument: null, event: null, call: { edition: 5 } },
    explanation:
      'La 5e édition s’ouvre prochainement. Ses règles peuvent différer : le test d’éligibilité le dira.',
  });
});

test('each application without funds has an explained proposal or a reason, in as many statements for 40 as for 2', async () => {
  const states = ['REJECTED', 'INELIGIBLE', 'WAITLISTED'] as const;
  for (let index = 0; index < 12; index += 1) {
    await anApplication(graph.db, {
      state: states[index % 3] ?? 'REJECTED',
      requestedCents: 1 + index * 150_000,
    });
  }
  const list = (first: number) =>
    graph
      .as(AGENT)
      .run(
        `query ($first: Int!) { applications(first: $first, states: [REJECTED, INELIGIBLE, WAITLISTED]) { nodes { id ${STEPS} } } }`,
        { first },
      );
  const { data } = await list(40);
  const nodes =
    (data?.['applications'] as { nodes: { id: string; nextSteps: Steps }[] } | undefined)?.nodes ?? [];
  const unexplained = nodes.filter(({ nextSteps: { none, proposals } }) =>
    none === null
      ? proposals.length === 0 || proposals.some(({ explanation }) => explanation.trim() === '')
      : none.trim() === '' || proposals.length > 0,
  );
  expect([nodes.length >= 12, unexplained]).toEqual([true, []]);
  const [few, many] = [await graph.statementsOf(() => list(2)), await graph.statementsOf(() => list(40))];
  expect(many.length).toBe(few.length);
});

test('agents and the applicant alone read it', async () => {
  const id = await anApplication(graph.db, { state: 'REJECTED' });
  const read = async (viewer: Viewer) => stepsOf(id, viewer);
  // For them the application does not exist.
  expect([await read(VISITOR), await read(OTHER_APPLICANT), await read(JUROR)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const awarded = await anAward(graph.db);
  expect(await stepsOf(awarded, OTHER_APPLICANT)).toEqual(['FORBIDDEN']);
});
