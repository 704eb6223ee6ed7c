import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A headcount narrows the figures of every territory that its commune lies in, not those of the commune alone. */
export class HeadcountLevels1767227750000 implements MigrationInterface {
  name = 'HeadcountLevels1767227750000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A figure of n units, of which the directory tells k, tells the sum of n - k: fewer than three are a secret.
      CREATE OR REPLACE FUNCTION withholds_headcount(commune text, invented boolean) RETURNS boolean LANGUAGE sql STABLE AS $fn$
        SELECT EXISTS (
          SELECT FROM (SELECT commune AS id
                       UNION SELECT unnest(within) FROM territory_copy WHERE territory_copy.id = commune) whole
            JOIN headcount_shield_copy shield
              ON shield.id = whole.id || CASE WHEN invented THEN '/DEMONSTRATION' ELSE '' END
           WHERE shield.has_secret
              OR shield.least_contributors - (
                   SELECT count(*) FROM siae told LEFT JOIN territory_copy place ON place.id = told.territory_id
                    WHERE (told.territory_id = whole.id OR whole.id = ANY(place.within)) AND told.is_demonstration = invented
                      AND (told.employees_insertion IS NOT NULL OR told.employees_permanent IS NOT NULL)) < 3)
      $fn$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION withholds_headcount(commune text, invented boolean) RETURNS boolean LANGUAGE sql STABLE AS $fn$
        SELECT EXISTS (
          SELECT FROM headcount_shield_copy shield
           WHERE shield.id = commune || CASE WHEN invented THEN '/DEMONSTRATION' ELSE '' END
             AND (shield.has_secret
                  OR shield.least_contributors - (
                       SELECT count(*) FROM siae told
                        WHERE told.territory_id = commune AND told.is_demonstration = invented
                          AND (told.employees_insertion IS NOT NULL OR told.employees_permanent IS NOT NULL)) < 3))
      $fn$;
    `);
  }
}
