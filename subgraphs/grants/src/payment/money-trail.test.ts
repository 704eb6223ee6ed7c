import { clockSetTo, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAward } from '../agreement/an-award.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT } from '../testing/viewers.fixture.ts';
import { trailOf } from './money-trail.rules.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-07-15') });
});
afterAll(() => graph.stop());

const TRAIL = `query ($edition: Int!) { call(edition: $edition) { moneyTrail {
  envelope { cents } awarded { cents } paid { cents } laureates awardsKnown completeness threshold awardedShare paidShare
  missing lines { application { applicantName } awarded { cents } paid { cents } payments } } } }`;

async function trail(edition: number, viewer: Viewer = AGENT): Promise<unknown> {
  const { data, errors } = await graph.as(viewer).run(TRAIL, { edition });
  const call = data?.['call'] as { moneyTrail: unknown } | null;
  return errors?.map(({ extensions }) => extensions?.['code']) ?? call?.moneyTrail;
}

test('documents name 13 laureates and no amount: there is an envelope, and no ratio', async () => {
  expect(await trail(1)).toMatchObject({
    envelope: { cents: 10_000_000 },
    awarded: { cents: 0 },
    laureates: 13,
    awardsKnown: 0,
    completeness: 0,
    threshold: 0.8,
    awardedShare: null,
    paidShare: null,
    missing: ['Le montant accordé est connu pour 0 lauréats sur 13.'],
  });
});

test('each euro is that of a laureate, and keys for analysts read it as agents do', async () => {
  const id = await anAward(graph.db, { cents: 800_000 });
  await anAward(graph.db, { cents: 200_000, applicantName: 'Zèle', organizationId: 'ORG:assol' });
  await graph.db.query(
    `INSERT INTO payment (id, application_id, number, cents, due_on, paid_on, reference, recorded_by, recorded_at)
     VALUES (gen_random_uuid(), $1, 1, 500000, '2026-07-01', '2026-07-01', 'M', 'PERSON:agent', '2026-07-01')`,
    [id],
  );
  await graph.db.query(
    `UPDATE call SET envelope_total_cents = 2000000, published_at = '2025-10-01' WHERE id = 'CALL:4'`,
  );
  const expected = {
    envelope: { cents: 2_000_000 },
    awarded: { cents: 1_000_000 },
    paid: { cents: 500_000 },
    ...{ laureates: 2, awardsKnown: 2, completeness: 1, threshold: 0.8 },
    ...{ awardedShare: 0.5, paidShare: 0.5, missing: [] },
    lines: [
      {
        application: { applicantName: 'BicyclAide' },
        awarded: { cents: 800_000 },
        paid: { cents: 500_000 },
        payments: 1,
      },
      {
        application: { applicantName: 'Zèle' },
        awarded: { cents: 200_000 },
        paid: { cents: 0 },
        payments: 0,
      },
    ],
  };
  const analyst: Viewer = { ...VISITOR, kind: 'key', subject: 'KEY:bi', scopes: ['bi:read'] };
  expect([await trail(4), await trail(4, analyst)]).toEqual([expected, expected]);
  expect([await trail(4, VISITOR), await trail(4, APPLICANT)]).toEqual([['UNAUTHENTICATED'], ['FORBIDDEN']]);
});

test('a ratio is given from four known amounts in five on', () => {
  const known = { awardedCents: 100, paidCents: 50, payments: 1 };
  const unknown = { awardedCents: null, paidCents: null, payments: 0 };
  const of = (count: number) =>
    trailOf(
      [...Array.from({ length: count }, () => known), ...Array.from({ length: 5 - count }, () => unknown)],
      { envelopeCents: 1_000, laureates: 5 },
    );
  expect([of(3).awardedShare, of(4).awardedShare, of(4).paidShare]).toEqual([null, 0.4, 0.5]);
});
