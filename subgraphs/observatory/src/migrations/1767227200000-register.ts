import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations merged into others, the acts of merging, what is wrong in the data, and who decided on a claim. */
export class Register1767227200000 implements MigrationInterface {
  name = 'Register1767227200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization
        ADD merged_into text,
        ADD current_id text,
        ADD merge_depth integer NOT NULL DEFAULT 0,
        ADD into_depth integer;
      CREATE OR REPLACE FUNCTION fold_organization() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(concat_ws(' ', NEW.name, array_to_string(NEW.aliases, ' ')));
        NEW.current_id := coalesce(NEW.current_id, NEW.id);
        RETURN NEW;
      END $fn$;
      UPDATE organization SET current_id = id;

      -- One is merged into another of the same group that lies one step nearer to the kept one, real with real and
      -- invented with invented. By induction the chain ends at depth 0, whose current_id is its own id: every former id
      -- leads in one hop to a living organisation, and no cycle can be written, whatever runs at the same time.
      ALTER TABLE organization
        ALTER current_id SET NOT NULL,
        ADD CONSTRAINT organization_merge_check CHECK (
          CASE WHEN merged_into IS NULL
            THEN merge_depth = 0 AND into_depth IS NULL AND current_id = id
            ELSE merge_depth > 0 AND into_depth IS NOT DISTINCT FROM merge_depth - 1 AND current_id <> id
          END),
        ADD CONSTRAINT organization_standing_key UNIQUE (id, current_id, merge_depth, is_demonstration),
        ADD CONSTRAINT organization_merged_into_fkey
          FOREIGN KEY (merged_into, current_id, into_depth, is_demonstration)
          REFERENCES organization (id, current_id, merge_depth, is_demonstration);
      CREATE INDEX organization_current_id ON organization (current_id);
      CREATE INDEX organization_merged_into ON organization (merged_into);

      CREATE TABLE organization_merge (
        id uuid PRIMARY KEY,
        organization_id text NOT NULL,
        into_id text NOT NULL,
        reason text NOT NULL CHECK (char_length(btrim(reason)) BETWEEN 3 AND 500),
        merged_at timestamptz NOT NULL,
        undone_at timestamptz,
        undone_reason text CHECK (char_length(btrim(undone_reason)) BETWEEN 3 AND 500),
        CONSTRAINT organization_merge_distinct_check CHECK (organization_id <> into_id),
        CONSTRAINT organization_merge_undone_check CHECK ((undone_at IS NULL) = (undone_reason IS NULL))
      );
      CREATE UNIQUE INDEX organization_merge_standing ON organization_merge (organization_id) WHERE undone_at IS NULL;
      CREATE INDEX organization_merge_organization_id ON organization_merge (organization_id);
      CREATE INDEX organization_merge_into_id ON organization_merge (into_id);

      CREATE TABLE quality_finding (
        id text PRIMARY KEY CHECK (id ~ '^FINDING:[0-9a-z]{16}$'),
        kind text NOT NULL CHECK (kind IN (
          'SHARED_PHONE', 'EMAIL_DOMAIN_NEAR_SITE', 'POSTCODE_OF_OTHER_DEPARTMENT', 'POSTCODE_OF_OTHER_COMMUNE',
          'POSTCODE_SPACING', 'NAME_VARIANT', 'RETIRED_TERRITORY', 'CLAIM_UNDECIDED', 'STALE_VINTAGE')),
        severity text NOT NULL CHECK (severity IN ('ERROR', 'WARNING', 'INFO')),
        subjects text[] NOT NULL CHECK (cardinality(subjects) > 0),
        field text NOT NULL,
        statement text NOT NULL,
        explanation text NOT NULL,
        source_ids text[] NOT NULL
      );
      CREATE INDEX quality_finding_subjects ON quality_finding USING gin (subjects);
      -- Without a foreign key: what was decided outlives a load that does not find the same thing again.
      CREATE TABLE quality_resolution (
        finding_id text PRIMARY KEY,
        resolution text NOT NULL CHECK (resolution IN ('FIXED_AT_SOURCE', 'ACCEPTED', 'FALSE_POSITIVE')),
        note text CHECK (char_length(btrim(note)) BETWEEN 1 AND 500),
        resolved_at timestamptz NOT NULL
      );

      CREATE TABLE claim_decision (
        subject text NOT NULL,
        field text NOT NULL,
        claim_id text NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
        reason text NOT NULL CHECK (char_length(btrim(reason)) BETWEEN 3 AND 500),
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (subject, field)
      );
      CREATE INDEX claim_decision_claim_id ON claim_decision (claim_id);
      -- What people decided holds against what a later load says.
      CREATE FUNCTION hold_claim_decision() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        held text;
      BEGIN
        SELECT claim_id INTO held FROM claim_decision WHERE subject = NEW.subject AND field = NEW.field;
        IF FOUND THEN
          NEW.current := NEW.id = held;
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER hold_claim_decision BEFORE INSERT OR UPDATE ON claim
        FOR EACH ROW EXECUTE FUNCTION hold_claim_decision();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER hold_claim_decision ON claim;
      DROP FUNCTION hold_claim_decision();
      DROP TABLE claim_decision, quality_resolution, quality_finding, organization_merge;
      ALTER TABLE organization
        DROP CONSTRAINT organization_merged_into_fkey, DROP CONSTRAINT organization_standing_key,
        DROP CONSTRAINT organization_merge_check;
      CREATE OR REPLACE FUNCTION fold_organization() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(concat_ws(' ', NEW.name, array_to_string(NEW.aliases, ' ')));
        RETURN NEW;
      END $fn$;
      ALTER TABLE organization DROP merged_into, DROP current_id, DROP merge_depth, DROP into_depth;
    `);
  }
}
