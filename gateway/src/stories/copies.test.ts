import { compareCopy } from '@graphess/reference';
import { VISITOR } from '@graphess/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODES, type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const COPIERS = ['grants', 'events', 'procurement'];
const NOTHING = { missing: [], surplus: [], different: [] };

describe.each(MODES)('in %s', (mode) => {
  let graph: TestPlatform;
  beforeAll(async () => {
    graph = await testPlatform({ mode });
  });
  afterAll(() => graph.stop());

  const domain = (name: string) => graph.open.get(name) ?? expect.fail(`${name} is not open`);
  const compare = (name: string, topic: 'territory' | 'organization') =>
    compareCopy(domain('observatory').changes, topic, domain(name).db);

  test.each(COPIERS)('the copies in %s equal their owner', async (name) => {
    expect([await compare(name, 'territory'), await compare(name, 'organization')]).toEqual([
      NOTHING,
      NOTHING,
    ]);
  });

  test('every domain answers for a commune under the code it had', async () => {
    const { data } = await graph.query(`{
      former: territory(code: "COM:75050") { ...all }
      current: territory(code: "COM:92050") { ...all }
      ${['COM:75050', 'COM:92050'].map(
        (code, rank) => `
      laureates${rank}: laureates(filter: { within: "${code}" }) { totalCount }
      events${rank}: events(filter: { within: "${code}" }) { totalCount }
      siaes${rank}: siaes(filter: { locatedIn: "${code}" }) { totalCount }
      organizations${rank}: organizations(filter: { within: "${code}" }) { totalCount }`,
      )}
    } fragment all on Territory { id laureates(first: 1) { totalCount } }`);
    const { former, current, ...lists } = data as Record<string, { totalCount: number }>;
    const counts = (rank: number) =>
      ['laureates', 'events', 'siaes', 'organizations'].map((list) => lists[`${list}${rank}`]?.totalCount);
    expect(former).toEqual(current);
    expect(counts(0)).toEqual(counts(1));
    expect(counts(0).every((count) => (count ?? 0) > 0)).toBe(true);
  });

  test('one altered row turns the comparison red', async () => {
    await domain('events').db.query(`UPDATE organization_copy SET name = 'autre' WHERE id = 'ORG:assol'`);
    await domain('events').db.query(`UPDATE territory_copy SET within = '{}' WHERE id = 'COM:92050'`);
    expect([await compare('events', 'territory'), await compare('events', 'organization')]).toEqual([
      { ...NOTHING, different: ['COM:92050'] },
      { ...NOTHING, different: ['ORG:assol'] },
    ]);
  });

  test('an organisation renamed by its owner is found under its new name elsewhere', async () => {
    await domain('observatory').db.query(
      `UPDATE organization SET name = 'Réinventons Demain' WHERE id = 'ORG:reprise'`,
    );
    await domain('grants').catchUp();
    const { data } = await graph.query(
      '{ laureates(filter: { search: "reinventons demain" }) { nodes { applicantName organization { name } } } }',
    );
    expect(data).toEqual({
      laureates: { nodes: [{ applicantName: 'Reprise', organization: { name: 'Réinventons Demain' } }] },
    });
    await Promise.all(COPIERS.map((name) => domain(name).catchUp()));
    expect(await compare('procurement', 'organization')).toEqual(NOTHING);
  });

  test('the auditions that an agent plans in grants are in the agenda', async () => {
    const grants = domain('grants');
    const agent = { ...VISITOR, kind: 'person' as const, subject: 'PERSON:agent', roles: ['agent'] };
    const input = {
      ...{ idempotencyKey: 'plan', edition: 4, day: '2099-03-30', from: '09:00' },
      ...{ slotMinutes: 20, count: 3, place: 'Salle 1' },
    };
    await grants.execute(
      {
        query: 'mutation ($input: PlanAuditionsInput!) { planAuditions(input: $input) { __typename } }',
        variables: { input },
      },
      grants.newContext(agent, 'story'),
    );
    await domain('events').catchUp();
    const { data } = await graph.query(
      '{ events(filter: { types: [AUDITION] }) { nodes { id title startsOn sources { title } } } }',
    );
    expect(data?.['events']).toEqual({
      nodes: [
        {
          id: 'EVT:auditions-4-2099-03-30',
          title: 'Auditions de la 4e édition',
          startsOn: '2099-03-30',
          sources: [{ title: 'Calendrier des auditions de l’appel à projets' }],
        },
      ],
    });
  });
});
