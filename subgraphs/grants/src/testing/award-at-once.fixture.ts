import { randomUUID } from 'node:crypto';
import { type Context, dataSourceOf, type OpenSubgraph } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { awardApplication } from '../decision/award-application.ts';
import { DecisionSuccess } from '../decision/decision.payload.ts';
import { grants } from '../grants.ts';
import { AGENT } from './viewers.fixture.ts';

/** Grants `cents` to an application; whether it was acknowledged. */
export type AwardWay = (ctx: Context, id: string, cents: number) => Promise<boolean>;

export const CEILING = 1_500_000;

/** The verb of the graph. */
export const byVerb: AwardWay = async (ctx, id, cents) =>
  (await awardApplication(ctx, {
    ...{ id, cents, terms: 'SINGLE', expectedVersion: 1, idempotencyKey: randomUUID() },
  })) instanceof DecisionSuccess;

/** The mutation, as the gateway sends it. */
export const byGraph =
  (open: OpenSubgraph): AwardWay =>
  async (ctx, id, cents) => {
    const { data } = await open.execute(
      {
        query: `mutation ($input: AwardApplicationInput!) { awardApplication(input: $input) { __typename } }`,
        variables: {
          input: { id, cents, terms: 'SINGLE', expectedVersion: 1, idempotencyKey: randomUUID() },
        },
      },
      ctx,
    );
    const answer = data?.['awardApplication'] as { __typename: string } | undefined;
    return answer?.__typename === 'DecisionSuccess';
  };

/** A statement that asks nothing first: what the database itself refuses. */
export const bySql: AwardWay = async ({ db }, id, cents) => {
  try {
    await db.query(`UPDATE application SET state = 'AWARDED', awarded_cents = $2 WHERE id = $1`, [id, cents]);
    return true;
  } catch (error) {
    if (error instanceof Error && /envelope|ceiling/.test(error.message)) return false;
    throw error;
  }
};

/** Reads what remains, then writes, as one does who trusts nobody else to be writing. */
export const byCheckThenWrite: AwardWay = async ({ db }, id, cents) => {
  const [call]: { remaining: number }[] = await db.query(
    `SELECT (envelope_total_cents - (SELECT coalesce(sum(awarded_cents), 0) FROM application WHERE call_id = 'CALL:4'))::float8
              AS remaining FROM call WHERE id = 'CALL:4'`,
  );
  if (call === undefined || cents > call.remaining || cents > CEILING) return false;
  return bySql({ db } as Context, id, cents);
};

export type Round = {
  total: number;
  committed: number;
  awards: number;
  acknowledged: number;
  /** Awards above the ceiling. */
  tooLarge: number;
  /** Refused, though within the ceiling and no more than what was left in the end. */
  refusedForNothing: number;
};

/** Rounds in which `awards` applications are granted random amounts at once, over `clients` connections. */
export async function awardAtOnce(
  { open, url }: { open: OpenSubgraph; url: string },
  { way, clients, rounds, awards = 50 }: { way: AwardWay; clients: number; rounds: number; awards?: number },
): Promise<Round[]> {
  const pool = await dataSourceOf(grants, { url, as: 'runtime', poolSize: clients }).initialize();
  const results: Round[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const total = 2_000_000 + Math.floor(Math.random() * 28_000_000);
      const ids = await newApplications(pool.manager, total, awards);
      const cents = ids.map(() => 1 + Math.floor(Math.random() * 1_600_000));
      const ctx: Context = { ...open.newContext(AGENT, 'at-once'), db: pool.manager };
      const accepted = await Promise.all(ids.map((id, at) => way(ctx, id, cents[at] ?? 0)));
      results.push(await outcomeOf(pool.manager, total, cents, accepted));
    }
  } finally {
    await pool.destroy();
  }
  return results;
}

async function newApplications(db: EntityManager, total: number, count: number): Promise<string[]> {
  await db.query(`DELETE FROM application WHERE call_id = 'CALL:4'`);
  await db.query(
    `UPDATE call SET envelope_total_cents = $1, max_per_project_cents = $2 WHERE id = 'CALL:4'`,
    [total, CEILING],
  );
  const rows: { id: string }[] = await db.query(
    `INSERT INTO application (id, call_id, organization_id, applicant_name, title, summary, action_territories, state,
                              requested_cents, is_demonstration, source_ids, created_at, updated_at, submitted_at)
     SELECT 'APP:' || gen_random_uuid(), 'CALL:4', 'ORG:bicyclaide', 'BicyclAide', 'Projet', 'Projet', '{}', 'AUDITIONED',
            2000000, false, '{}', '2025-11-20', '2025-11-20', '2025-12-01'
       FROM generate_series(1, $1) RETURNING id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

async function outcomeOf(
  db: EntityManager,
  total: number,
  cents: readonly number[],
  accepted: readonly boolean[],
): Promise<Round> {
  const [row]: { committed: number; awards: number; tooLarge: number }[] = await db.query(
    `SELECT committed_cents::float8 AS committed,
            (SELECT coalesce(sum(awarded_cents), 0)::float8 FROM application WHERE call_id = 'CALL:4') AS awards,
            (SELECT count(*)::int FROM application WHERE call_id = 'CALL:4' AND awarded_cents > ${CEILING}) AS "tooLarge"
       FROM call WHERE id = 'CALL:4'`,
  );
  if (row === undefined) throw new TypeError('No fourth edition');
  const left = total - row.awards;
  return {
    ...row,
    total,
    acknowledged: cents.reduce((sum, each, at) => sum + (accepted[at] ? each : 0), 0),
    refusedForNothing: cents.filter((each, at) => !accepted[at] && each <= CEILING && each <= left).length,
  };
}

/** Takes away what keeps the envelope, for a negative control. */
export async function withoutEnvelope(url: string): Promise<void> {
  const owner = await dataSourceOf(grants, { url, as: 'owner', poolSize: 1 }).initialize();
  await owner.query('ALTER TABLE application DISABLE TRIGGER commit_award');
  await owner.destroy();
}

/** Rounds whose money does not hold. */
export function broken(rounds: readonly Round[]): Round[] {
  return rounds.filter(
    ({ total, committed, awards, acknowledged, tooLarge, refusedForNothing }) =>
      awards > total || committed !== awards || acknowledged !== awards || tooLarge + refusedForNothing > 0,
  );
}
