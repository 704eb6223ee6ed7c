import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `shown_siae` is the directory as it is read: a structure's headcount is withheld where it would help to find a
 * statistical secret, or what a third structure employs.
 */
export class HeadcountShield1767227500000 implements MigrationInterface {
  name = 'HeadcountShield1767227500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE headcount_shield_copy (
        id text PRIMARY KEY,
        has_secret boolean NOT NULL,
        least_contributors integer CHECK (least_contributors >= 0)
      );

      -- A figure of n units, of which the directory tells k, tells the sum of n - k: fewer than three are a secret.
      CREATE FUNCTION withholds_headcount(commune text, invented boolean) RETURNS boolean LANGUAGE sql STABLE AS $fn$
        SELECT EXISTS (
          SELECT FROM headcount_shield_copy shield
           WHERE shield.id = commune || CASE WHEN invented THEN '/DEMONSTRATION' ELSE '' END
             AND (shield.has_secret
                  OR shield.least_contributors - (
                       SELECT count(*) FROM siae told
                        WHERE told.territory_id = commune AND told.is_demonstration = invented
                          AND (told.employees_insertion IS NOT NULL OR told.employees_permanent IS NOT NULL)) < 3))
      $fn$;

      CREATE VIEW shown_siae AS
        SELECT siae.id, siae.organization_id, siae.siret, siae.territory_id, siae.kind, siae.sectors, siae.presta_types,
               siae.labels, siae.turnover_cents,
               CASE WHEN NOT told.withheld THEN siae.employees_insertion END AS employees_insertion,
               CASE WHEN NOT told.withheld THEN siae.employees_permanent END AS employees_permanent,
               told.withheld AS headcount_withheld,
               siae.in_qpv, siae.lat, siae.lon, siae.is_club_member, siae.agreement_valid_until, siae.completeness,
               siae.is_demonstration, siae.source_ids, siae.updated_at, siae.sectors_folded
          FROM siae, LATERAL (SELECT withholds_headcount(siae.territory_id, siae.is_demonstration) AS withheld) told;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW shown_siae;
      DROP FUNCTION withholds_headcount(text, boolean);
      DROP TABLE headcount_shield_copy;
    `);
  }
}
