import { clockSetTo } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { anEdition, PUBLISH_CALL } from '../testing/an-edition.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, ONE_OF_EACH } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-03-02') });
});
beforeEach(async () => {
  await graph.db.query(`DELETE FROM application WHERE call_id = 'CALL:5'`);
  await graph.db.query('DELETE FROM call WHERE published_at IS NOT NULL');
  await graph.db.query('DELETE FROM idempotency_key');
});
afterAll(() => graph.stop());

type Answer = { __typename: string; code?: string; problems?: { code: string; path: string[] }[] };

async function publish(changed: Record<string, unknown> = {}, viewer = AGENT): Promise<Answer> {
  const { data, errors } = await graph.as(viewer).run(PUBLISH_CALL, { input: anEdition(changed) });
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.['publishCall'] as Answer;
}

async function amend(changed: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await graph.as(AGENT).run(
    `mutation ($input: AmendCallInput!) { amendCall(input: $input) { __typename
       ... on AmendCallSuccess { call { version closesAt envelope { total { cents } } rulesVersions { version } } }
       ... on UserError { code message path } ... on ValidationError { problems { code path } } } }`,
    { input: { id: 'CALL:5', expectedVersion: 1, idempotencyKey: crypto.randomUUID(), ...changed } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.['amendCall'] as Answer;
}

const WHOLE = `{ call(edition: 5) {
  id edition title launchYear awardYear phase opensAt closesAt version objectives contact
  themes { code label subThemes { code } } milestones { code date precision statement earliest latest }
  eligibilityRules { code } envelope { total { cents } maxPerProject { cents } committed { cents } paid { cents } remaining { cents } }
  documents { title url sha256 } counts { applications awarded publishedLaureates } benefits { code partner { id } }
  supportPartners { id } criteria { code weight maxScore } reportSchedule { code monthsAfter }
  rulesVersions { version openTo actionWithin rules } workflow { states { state } transitions { action } } sources { title }
} }`;

test('an agent publishes an edition, and anybody reads it whole', async () => {
  expect(await publish()).toEqual({ __typename: 'PublishCallSuccess', call: { id: 'CALL:5', version: 1 } });
  const { data } = await graph.run(WHOLE);
  expect(data?.['call']).toMatchObject({
    id: 'CALL:5',
    phase: 'OPEN',
    opensAt: '2026-02-28T23:00:00.000Z',
    closesAt: '2026-03-31T22:00:00.000Z',
    themes: [{ code: 'ALIMENTATION', subThemes: [{ code: 'CIRCUITS_COURTS' }] }, { code: 'MOBILITE' }],
    milestones: [
      { code: 'LAUNCH', statement: '1er mars 2026' },
      { code: 'DEADLINE', date: '2026-03-31', statement: '31 mars 2026' },
      { code: 'HEARINGS', statement: 'début mai 2026', earliest: '2026-05-01', latest: '2026-05-10' },
      { code: 'RESULTS', statement: 'fin mai 2026' },
    ],
    envelope: {
      total: { cents: 10_000_000 },
      maxPerProject: { cents: 1_500_000 },
      committed: { cents: 0 },
      paid: { cents: 0 },
      remaining: { cents: 10_000_000 },
    },
    documents: [{ sha256: 'a'.repeat(64) }],
    counts: { applications: null, awarded: null, publishedLaureates: 0 },
    benefits: [{ code: 'NETWORK', partner: null }, { partner: { id: 'ORG:france-active-metropole' } }],
    criteria: [
      { code: 'IMPACT', weight: 3, maxScore: 5 },
      { code: 'FEASIBILITY', weight: 2, maxScore: 5 },
    ],
    reportSchedule: [
      { code: 'INTERIM', monthsAfter: 6 },
      { code: 'FINAL', monthsAfter: 12 },
    ],
    rulesVersions: [{ version: '1', openTo: 'ASSOCIATIONS', actionWithin: 'DEP:92' }],
  });
});

test('one edition more is read in as many statements', async () => {
  const part = WHOLE.slice(WHOLE.indexOf('id edition'), WHOLE.lastIndexOf('} }'));
  const statements = () => graph.statementsOf(() => graph.run(`{ calls { ${part} } }`));
  await publish();
  const before = await statements();
  await publish({ edition: 6, idempotencyKey: 'sixth' });
  expect((await statements()).length).toBe(before.length);
});

test('a load of the documents leaves it as it is', async () => {
  await publish();
  const before = (await graph.run(WHOLE)).data;
  await graph.open.load({
    ...{ dataDir: 'data', area: '92', demonstration: true, scale: 1, thorough: true },
    onProgress: () => {},
  });
  expect((await graph.run(WHOLE)).data).toEqual(before);
});

test.each([
  ['a number out of bounds', { edition: 0 }, [['EDITION_NUMBER', 'edition']]],
  ['no title', { title: ' ' }, [['TEXT_LENGTH', 'title']]],
  [
    'a year too far',
    { launchYear: 1999, awardYear: 1998 },
    [
      ['YEAR_OUT_OF_BOUNDS', 'launchYear'],
      ['AWARD_YEAR_BEFORE_LAUNCH', 'awardYear'],
    ],
  ],
  [
    'an envelope of nothing',
    { envelopeCents: 0 },
    [
      ['AMOUNT_OUT_OF_BOUNDS', 'envelopeCents'],
      ['CEILING_ABOVE_ENVELOPE', 'maxPerProjectCents'],
    ],
  ],
  [
    'a ceiling above the envelope',
    { maxPerProjectCents: 10_000_001 },
    [['CEILING_ABOVE_ENVELOPE', 'maxPerProjectCents']],
  ],
  ['no theme', { themes: [] }, [['THEMES_MISSING', 'themes']]],
  [
    'a theme twice',
    { themes: [{ code: 'A', label: 'A', subThemes: [{ code: 'A', label: 'B' }] }] },
    [['CODE_TWICE', 'themes.0.subThemes.0.code']],
  ],
  [
    'a code in small letters',
    { themes: [{ code: 'a b', label: 'A' }] },
    [['CODE_MALFORMED', 'themes.0.code']],
  ],
  [
    'no calendar',
    { milestones: [] },
    [
      ['MILESTONE_MISSING', 'milestones'],
      ['MILESTONE_MISSING', 'milestones'],
      ['WINDOW_UNKNOWN', 'milestones'],
    ],
  ],
  [
    'a day that does not exist',
    {
      milestones: [
        { code: 'LAUNCH', label: 'L', precision: 'DAY', value: '2026-02-30' },
        { code: 'DEADLINE', label: 'D', precision: 'MONTH', value: '2026-03' },
      ],
    },
    [
      ['DATE_MALFORMED', 'milestones.0.value'],
      ['WINDOW_UNKNOWN', 'milestones'],
    ],
  ],
  [
    'a deadline before the launch',
    { closesAt: '2026-02-01T00:00:00Z' },
    [['CLOSES_BEFORE_OPENING', 'closesAt']],
  ],
  [
    'a document over http',
    { documents: [{ title: 'R', url: 'http://example.org', sha256: 'x' }] },
    [
      ['URL_MALFORMED', 'documents.0.url'],
      ['HASH_MALFORMED', 'documents.0.sha256'],
    ],
  ],
  [
    'a partner that is none',
    { supportPartners: ['COM:92002'] },
    [['ORGANIZATION_MALFORMED', 'supportPartners.0']],
  ],
  [
    'an unknown partner',
    { supportPartners: ['ORG:personne'] },
    [['ORGANIZATION_UNKNOWN', 'supportPartners.0']],
  ],
  [
    'an unknown territory',
    {
      eligibility: {
        openTo: 'ASSOCIATIONS',
        actionWithin: 'DEP:93',
        rules: [{ code: 'THEMES', label: 'T', description: 'T' }],
      },
    },
    [['TERRITORY_UNKNOWN', 'eligibility.actionWithin']],
  ],
  [
    'no rule',
    { eligibility: { openTo: 'ASSOCIATIONS', actionWithin: '92', rules: [] } },
    [
      ['RULES_MISSING', 'eligibility.rules'],
      ['TERRITORY_MALFORMED', 'eligibility.actionWithin'],
    ],
  ],
  ['no grid', { criteria: [] }, [['CRITERIA_MISSING', 'criteria']]],
  [
    'a weight of nothing',
    { criteria: [{ code: 'A', label: 'A', description: 'A', weight: 0, maxScore: 101 }] },
    [
      ['WEIGHT_OUT_OF_BOUNDS', 'criteria.0.weight'],
      ['MAX_SCORE_OUT_OF_BOUNDS', 'criteria.0.maxScore'],
    ],
  ],
  [
    'a report in no time',
    { reports: [{ code: 'A', label: '', monthsAfter: 0 }] },
    [
      ['TEXT_LENGTH', 'reports.0.label'],
      ['MONTHS_OUT_OF_BOUNDS', 'reports.0.monthsAfter'],
    ],
  ],
  ['a hidden character', { title: 'Appel\u202E' }, [['TEXT_CHARACTERS', 'title']]],
  [
    'a circuit that ends nowhere',
    {
      workflow: {
        states: [{ state: 'DRAFT', label: 'B', publicState: 'AWARDED', publicLabel: 'B' }],
        transitions: [{ action: 'SUBMIT', from: ['DRAFT'], to: 'DRAFT', roles: ['admin'], guards: [] }],
      },
    },
    [
      ['STATE_MISSING', 'workflow.states'],
      ['STATE_MISSING', 'workflow.states'],
      ['STATE_MISSING', 'workflow.states'],
      ['STATE_UNKNOWN', 'workflow.states.0.publicState'],
      ['SAME_STATE', 'workflow.transitions.0.to'],
      ['ROLE_UNKNOWN', 'workflow.transitions.0.roles'],
      ['ACTION_LEADS_ELSEWHERE', 'workflow.transitions.0.to'],
    ],
  ],
] as [string, Record<string, unknown>, [string, string][]][])(
  '%s: told all at once, nothing written',
  async (_what, changed, expected) => {
    const answer = await publish(changed);
    expect(answer.problems?.map(({ code, path }) => [code, path.join('.')])).toEqual(expected);
    const { data } = await graph.run('{ calls { edition } }');
    expect(data?.['calls']).toHaveLength(4);
  },
);

test('an edition that exists, published or told by documents, is published by nobody again', async () => {
  await publish();
  const taken = { __typename: 'ConflictError', code: 'EDITION_PUBLISHED' };
  expect(await publish({ idempotencyKey: 'again' })).toMatchObject(taken);
  expect(await publish({ idempotencyKey: 'third', edition: 3 })).toMatchObject(taken);
  expect(await publish()).toEqual({ __typename: 'PublishCallSuccess', call: { id: 'CALL:5', version: 1 } });
});

test('twenty at once publish one edition; a look before the write lets several through', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => publish({ title: `Titre ${at}`, idempotencyKey: `at-once-${at}` })),
  );
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
    ...Array.from({ length: 19 }, () => 'ConflictError'),
    'PublishCallSuccess',
  ]);
  const naive = async () => {
    const found: unknown[] = await graph.db.query(`SELECT 1 FROM call WHERE id = 'CALL:6'`);
    if (found.length > 0) return 'refused';
    await graph.db.query(
      `INSERT INTO call (id, edition, title, launch_year, objectives, support_partners, source_ids, published_at)
       VALUES ('CALL:6', 6, '', 2026, '{}', '{}', '{}', now())`,
    );
    return 'published';
  };
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => naive().catch(() => 'failed')));
  // The key of the table keeps one edition all the same: what the look does not see ends in errors.
  expect(outcomes.filter((each) => each === 'failed').length).toBeGreaterThan(0);
});

test('only agents and administrators publish', async () => {
  const answers = await Promise.all(
    ONE_OF_EACH.map(async (viewer, at) => {
      const { __typename } = await publish({ edition: 20 + at, idempotencyKey: `role-${at}` }, viewer);
      return [viewer.roles[0] ?? 'visitor', __typename];
    }),
  );
  expect(answers.filter(([, type]) => type !== 'PermissionError')).toEqual([
    ['agent', 'PublishCallSuccess'],
    ['admin', 'PublishCallSuccess'],
  ]);
});

test('numbers of applications: agents at once, the public once nobody can apply, what became of them once all is decided', async () => {
  await publish();
  const filed = await anApplication(graph.db, { callId: 'CALL:5', state: 'AUDITIONED' });
  await anApplication(graph.db, { callId: 'CALL:5', state: 'DRAFT' });
  const counts = async (viewer = ONE_OF_EACH[0] ?? AGENT) =>
    (await graph.as(viewer).run('{ call(edition: 5) { phase counts { applications auditioned awarded } } }'))
      .data;
  const told = (
    phase: string,
    applications: number | null,
    auditioned: number | null,
    awarded: number | null,
  ) => ({
    call: { phase, counts: { applications, auditioned, awarded } },
  });
  expect([await counts(), await counts(AGENT)]).toEqual([
    told('OPEN', null, null, null),
    told('OPEN', 1, 1, 0),
  ]);
  await graph.db.query(
    `UPDATE call SET opens_at = '2026-01-01', closes_at = '2026-03-01' WHERE id = 'CALL:5'`,
  );
  expect(await counts()).toEqual(told('CLOSED', null, null, null));
  const others = [];
  for (let at = 0; at < 5; at += 1) {
    others.push(await anApplication(graph.db, { callId: 'CALL:5', state: 'REJECTED' }));
  }
  expect(await counts()).toEqual(told('CLOSED', 6, null, null));
  await graph.db.query(`UPDATE application SET state = 'AWARDED', awarded_cents = 100 WHERE id = $1`, [
    filed,
  ]);
  expect(await counts()).toEqual(told('CLOSED', 6, 0, 1));
  await graph.db.query('DELETE FROM application WHERE id = $1', [others[0]]);
  expect(await counts()).toEqual(told('CLOSED', null, null, 1));
});

test('the phase follows the window, to the second, whatever the calendar prints', async () => {
  await publish({ opensAt: '2026-03-01T00:00:00Z', closesAt: '2026-03-02T12:00:00Z' });
  const phases = async () => (await graph.run('{ call(edition: 5) { phase } currentCall { edition } }')).data;
  expect(await phases()).toEqual({ call: { phase: 'OPEN' }, currentCall: { edition: 5 } });
  await graph.db.query(`UPDATE call SET closes_at = '2026-03-02T10:00:00Z' WHERE id = 'CALL:5'`);
  expect(await phases()).toEqual({ call: { phase: 'CLOSED' }, currentCall: { edition: 5 } });
  await graph.db.query(
    `UPDATE call SET opens_at = '2026-03-02T20:00:00Z', closes_at = '2026-04-02' WHERE id = 'CALL:5'`,
  );
  expect(await phases()).toEqual({ call: { phase: 'ANNOUNCED' }, currentCall: { edition: 4 } });
});

test('a window that is over is not opened again, nor shortened; documents and grid change as a whole', async () => {
  await publish();
  const document = {
    title: 'Foire aux questions',
    url: 'https://example.org/faq.pdf',
    sha256: 'b'.repeat(64),
  };
  expect((await amend({ documents: [document], closesAt: '2026-03-30T00:00:00Z' })).problems).toEqual([
    { code: 'CLOSING_ONLY_LATER', path: ['closesAt'] },
  ]);
  expect(await amend({ documents: [document] })).toMatchObject({ call: { version: 2 } });
  await graph.db.query(
    `UPDATE call SET opens_at = '2026-01-01', closes_at = '2026-03-01' WHERE id = 'CALL:5'`,
  );
  const { eligibility } = anEdition();
  const late = await amend({ expectedVersion: 2, eligibility, closesAt: '2026-12-01T00:00:00Z' });
  expect(late.problems?.map(({ code }) => code)).toEqual(['CLOSING_ONLY_LATER', 'RULES_AFTER_CLOSING']);
  const { data } = await graph.run('{ call(edition: 5) { documents { title } } }');
  expect(data).toEqual({ call: { documents: [{ title: 'Foire aux questions' }] } });
});

test('a grid that somebody scores by changes no more, and nobody begins to while it does', async () => {
  await publish();
  const criteria = [{ code: 'IMPACT', label: 'Impact', description: 'Impact', weight: 1, maxScore: 10 }];
  const id = await anApplication(graph.db, { callId: 'CALL:5', state: 'UNDER_REVIEW' });
  const assignment = crypto.randomUUID();
  await graph.db.query(
    `INSERT INTO review_assignment (id, application_id, reviewer, assigned_at, assigned_by, declared_at)
     VALUES ($1, $2, 'PERSON:juror', now(), 'PERSON:agent', now())`,
    [assignment, id],
  );
  const scored = graph.db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO review (assignment_id, application_id, call_id, saved_at) VALUES ($1, $2, 'CALL:5', now())`,
      [assignment, id],
    );
    await tx.query(`INSERT INTO review_score VALUES ($1, 'CALL:5', 'IMPACT', 5, 4, NULL)`, [assignment]);
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const answer = await amend({ criteria });
  await scored;
  expect(answer.problems).toEqual([{ code: 'GRID_IN_USE', path: ['criteria'] }]);
});

test('only agents and administrators amend, and only what was published here', async () => {
  await publish();
  expect(await amend({ id: 'CALL:3' })).toMatchObject({
    __typename: 'NotFoundError',
    code: 'CALL_NOT_FOUND',
  });
  for (const viewer of ONE_OF_EACH) {
    const { data } = await graph
      .as(viewer)
      .run('mutation ($i: AmendCallInput!) { amendCall(input: $i) { __typename } }', {
        i: { id: 'CALL:5', expectedVersion: 99, idempotencyKey: 'who' },
      });
    const may = viewer.roles.some((role) => role === 'agent' || role === 'admin');
    expect(data?.['amendCall']).toEqual({ __typename: may ? 'ConflictError' : 'PermissionError' });
  }
});

test('what changes of the rules from one edition to another is data', async () => {
  await publish();
  const { data, errors } = await graph.run(`{
    one: call(edition: 2) { rulesComparedTo(edition: 1) { field before after } }
    same: call(edition: 5) { rulesComparedTo(edition: 5) { field } }
    five: call(edition: 5) { rulesComparedTo(edition: 4) { field } }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.['one']).toMatchObject({
    rulesComparedTo: [{ field: 'openTo', before: 'ASSOCIATIONS_AND_ESUS', after: 'ASSOCIATIONS' }, {}, {}],
  });
  expect(data?.['same']).toEqual({ rulesComparedTo: [] });
  const none = await graph.run('{ call(edition: 5) { rulesComparedTo(edition: 99) { field } } }');
  expect(none.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});

test('an amendment is a new version; money never goes below what was granted', async () => {
  await publish();
  const changed = { envelopeCents: 12_000_000, closesAt: '2026-04-15T22:00:00Z' };
  expect(await amend(changed)).toMatchObject({
    call: { version: 2, closesAt: '2026-04-15T22:00:00.000Z', envelope: { total: { cents: 12_000_000 } } },
  });
  expect(await amend({ envelopeCents: 13_000_000 })).toMatchObject({
    __typename: 'ConflictError',
  });
  const awarded = await anApplication(graph.db, { callId: 'CALL:5', state: 'AUDITIONED' });
  await graph.db.query(`UPDATE application SET state = 'AWARDED', awarded_cents = 900000 WHERE id = $1`, [
    awarded,
  ]);
  const lowered = await amend({
    expectedVersion: 2,
    envelopeCents: 800_000,
    maxPerProjectCents: 700_000,
    closesAt: '2026-03-01T00:00:00Z',
  });
  expect(lowered.problems?.map(({ code }) => code)).toEqual([
    'ENVELOPE_BELOW_COMMITTED',
    'CEILING_BELOW_AWARD',
    'CLOSING_ONLY_LATER',
  ]);
  await expect(
    graph.db.query(`UPDATE call SET envelope_total_cents = 800000 WHERE id = 'CALL:5'`),
  ).rejects.toThrow('call_within_envelope_check');
});

test('other rules are another version, and the same version gives the same verdict', async () => {
  await publish();
  const verdict = async (input: Record<string, unknown>) => {
    const { data } = await graph.run(
      'query ($input: EligibilityInput!) { checkEligibility(input: $input) { verdict rulesVersion reasons { passed explanation } } }',
      { input },
    );
    return data?.['checkEligibility'] as { verdict: string; rulesVersion: string };
  };
  const project = fc.record({
    edition: fc.constant(5),
    legalForm: fc.constantFrom('9220', '5458', '5710'),
    isEsus: fc.constantFrom(true, false, null),
    actionTerritories: fc.subarray(['COM:92002', 'COM:75056', 'EPT:200057990']),
    requestedCents: fc.constantFrom(1, 1_500_000, 1_500_001),
    themeCodes: fc.subarray(['ALIMENTATION', 'MOBILITE', 'SANTE_NUTRITION']),
  });
  const seen = new Map<string, unknown>();
  const judge = async (input: Record<string, unknown>) => {
    const result = await verdict(input);
    const key = JSON.stringify([input, result.rulesVersion]);
    expect(seen.get(key) ?? result).toEqual(result);
    seen.set(key, result);
    return result;
  };
  await fc.assert(
    fc.asyncProperty(project, async (input) => void (await judge(input))),
    { numRuns: 30, seed: 5 },
  );
  const esus = {
    edition: 5,
    legalForm: '5710',
    isEsus: true,
    actionTerritories: [],
    requestedCents: 1,
    themeCodes: [],
  };
  expect(await judge(esus)).toMatchObject({ verdict: 'INELIGIBLE', rulesVersion: '1' });
  const { rules } = anEdition()['eligibility'] as { rules: unknown };
  expect(
    await amend({ eligibility: { openTo: 'ASSOCIATIONS_AND_ESUS', actionWithin: 'DEP:92', rules } }),
  ).toMatchObject({ call: { rulesVersions: [{ version: '1' }, { version: '2' }] } });
  expect(await judge(esus)).toMatchObject({ verdict: 'ELIGIBLE', rulesVersion: '2' });
  await fc.assert(
    fc.asyncProperty(project, async (input) => void (await judge(input))),
    { numRuns: 30, seed: 5 },
  );
});
