import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessTokenOf } from '../testing/access-token-of.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process' });
});
afterAll(() => graph.stop());

const domain = (name: string) => graph.open.get(name) ?? expect.fail(`${name} is not open`);

test('whoever is not funded is told of instruments and of a morning that events owns', async () => {
  await domain('grants').db.query(
    `INSERT INTO application (id, call_id, organization_id, applicant_name, title, summary, action_territories, state,
                              requested_cents, is_demonstration, source_ids, created_at, updated_at)
     VALUES ('APP:rejected', 'CALL:4', 'ORG:bicyclaide', 'BicyclAide', 'Vélo-école', 'Des cours.', '{}', 'DRAFT', 500000,
             false, '{}', '2025-11-20', '2025-11-20')`,
  );
  for (const state of ['SUBMITTED', 'UNDER_REVIEW', 'REJECTED']) {
    await domain('grants').db.query(`UPDATE application SET state = $1 WHERE id = 'APP:rejected'`, [state]);
  }
  await domain('events').db.query(
    `INSERT INTO event (id, title, aliases, type, starts_on, last_possible_on, precision, venue_accessibility, status,
                        organizer_ids, is_demonstration, source_ids)
     VALUES ('EVT:matinee-2099', 'Matinée de 2099', '{}', 'FUNDING_MORNING', '2099-11-12', '2099-11-12', 'DAY', '{}',
             'SCHEDULED', '{}', false, '{}')`,
  );
  await domain('grants').catchUp();
  const { data, errors } = await graph.query(
    `{ application(id: "APP:rejected") { nextSteps { none proposals {
        kind instrument { code label } event { title startsOn } } } } }`,
    {},
    { authorization: `Bearer ${await accessTokenOf(graph.url, 'agent')}` },
  );
  const instrument = (code: string, label: string) => ({
    kind: 'INSTRUMENT',
    instrument: { code, label },
    event: null,
  });
  expect([errors, data]).toEqual([
    [],
    {
      application: {
        nextSteps: {
          none: null,
          proposals: [
            {
              kind: 'MEETING',
              instrument: null,
              event: { title: 'Matinée de 2099', startsOn: '2099-11-12' },
            },
            instrument('MICROCREDIT', 'Microcrédit'),
            instrument('FINANCE_SOLIDAIRE', 'Finance solidaire'),
            instrument('LOVE_MONEY', 'Love money'),
            instrument('CROWDFUNDING', 'Crowdfunding'),
            instrument('BARTERING', 'Bartering'),
          ],
        },
      },
    },
  ]);
});
