import { afterEach, expect, test } from 'vitest';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

let graph: TestPlatform | undefined;
afterEach(() => graph?.stop());

test('on 20 November 2025 the fourth edition is open', async () => {
  graph = await testPlatform({ mode: 'one process', env: { CLOCK: '2025-11-20' } });
  const { data } = await graph.query('{ currentCall { edition phase launchYear } }');
  expect(data).toEqual({ currentCall: { edition: 4, phase: 'OPEN', launchYear: 2025 } });
});

test('the Rhône has no programme, an EPCI and no EPT, and demonstration data of its own', async () => {
  graph = await testPlatform({ mode: 'one process', env: { DEPARTMENT: '69' } });
  type Places = { siaes: Page; inRhone: Page; events: Page; eventsInRhone: Page };
  type Page = { totalCount: number };
  const { data, errors } = await graph.query<Places & Record<string, unknown>>(`{
    calls { id }
    currentCall { id }
    territory(code: "COM:69123") { name epci: within(level: EPCI) { code } ept: within(level: EPT) { code } }
    siaes(filter: { isDemonstration: true }) { totalCount }
    inRhone: siaes(filter: { isDemonstration: true, locatedIn: "DEP:69" }) { totalCount }
    events(filter: { isDemonstration: true }) { totalCount }
    eventsInRhone: events(filter: { isDemonstration: true, within: "DEP:69" }) { totalCount }
  }`);
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    calls: [],
    currentCall: null,
    territory: { name: 'Lyon', epci: [{ code: 'EPCI:200046977' }], ept: [] },
  });
  expect([data?.inRhone.totalCount, data?.eventsInRhone.totalCount]).toEqual([
    data?.siaes.totalCount,
    data?.events.totalCount,
  ]);
  expect(data?.siaes.totalCount).toBeGreaterThan(50);
  // A département of its own is loaded from nothing.
}, 120_000);
