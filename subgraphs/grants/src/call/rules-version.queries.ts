import type { EntityManager } from 'typeorm';
import type { EligibilityTermsInput } from './publish-call.input.ts';

/** Keeps the rules of an edition as they are from an instant on; a version is written once. */
export async function writeRulesVersion(
  tx: EntityManager,
  callId: string,
  { version, since, openTo, actionWithin, rules }: EligibilityTermsInput & { version: string; since: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO eligibility_version (call_id, version, since, open_to, action_within, rules)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[callId, version, since, openTo, actionWithin],
      JSON.stringify(rules.map(({ code, label, description }) => ({ code, label, description }))),
    ],
  );
}

/** The name of the version that comes after those of an edition. */
export async function nextRulesVersion(tx: EntityManager, callId: string): Promise<string> {
  const [row]: { count: number }[] = await tx.query(
    'SELECT count(*)::int AS count FROM eligibility_version WHERE call_id = $1',
    [callId],
  );
  return String((row?.count ?? 0) + 1);
}

/** Puts other rules in the place of those in force, as a new version. */
export async function replaceRules(
  tx: EntityManager,
  callId: string,
  terms: EligibilityTermsInput & { version: string; since: Date },
): Promise<void> {
  const { version, openTo, actionWithin, rules } = terms;
  await tx.query(
    'UPDATE eligibility_terms SET version = $2, open_to = $3, action_within = $4 WHERE call_id = $1',
    [callId, version, openTo, actionWithin],
  );
  await tx.query('DELETE FROM eligibility_rule WHERE call_id = $1', [callId]);
  for (const [position, { code, label, description }] of rules.entries()) {
    await tx.query('INSERT INTO eligibility_rule VALUES ($1, $2, $3, $4, $5)', [
      ...[callId, code, position, label, description],
    ]);
  }
  await writeRulesVersion(tx, callId, terms);
}
