import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that territories had, where communes lay at other dates, and the movements that tell it. */
export class TerritoryHistory1767227100000 implements MigrationInterface {
  name = 'TerritoryHistory1767227100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE territory ADD ended_on date;

      -- A commune that always had the code of today, as far back as is known, has no row.
      CREATE TABLE territory_code (
        code text NOT NULL CHECK (code ~ '^COM:[0-9][0-9AB][0-9]{3}$'),
        territory_id text NOT NULL REFERENCES territory (id) ON DELETE CASCADE,
        -- '-infinity' where the source does not say.
        valid_from date NOT NULL DEFAULT '-infinity',
        -- The first day on which it is no longer its code; null while it is, or where the source does not say.
        valid_to date,
        -- Its own code; false for that of a commune that was merged into it.
        own boolean NOT NULL,
        PRIMARY KEY (code, territory_id, valid_from),
        CONSTRAINT territory_code_span_check CHECK (valid_from < valid_to),
        CONSTRAINT territory_code_bearer_excl
          EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (own),
        CONSTRAINT territory_code_one_at_a_time_excl
          EXCLUDE USING gist (territory_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (own)
      );
      CREATE INDEX territory_code_territory ON territory_code (territory_id);
      CREATE UNIQUE INDEX territory_code_heir ON territory_code (code, valid_from) WHERE NOT own;

      CREATE TABLE dated_territory_link (
        part text NOT NULL REFERENCES territory (id) ON DELETE CASCADE,
        whole text NOT NULL REFERENCES territory (id) ON DELETE CASCADE,
        valid_from date NOT NULL,
        valid_to date,
        PRIMARY KEY (part, whole, valid_from),
        CONSTRAINT dated_territory_link_span_check CHECK (valid_from < valid_to)
      );
      CREATE INDEX dated_territory_link_whole ON dated_territory_link (whole, part);

      CREATE TABLE territory_movement (
        effective_on date NOT NULL,
        kind smallint NOT NULL,
        type_before text NOT NULL,
        code_before text NOT NULL CHECK (code_before ~ '^[0-9][0-9AB][0-9]{3}$'),
        name_before text NOT NULL,
        type_after text NOT NULL,
        code_after text NOT NULL CHECK (code_after ~ '^[0-9][0-9AB][0-9]{3}$'),
        name_after text NOT NULL,
        PRIMARY KEY (effective_on, kind, type_before, code_before, type_after, code_after)
      );
      CREATE INDEX territory_movement_before ON territory_movement (code_before);
      CREATE INDEX territory_movement_after ON territory_movement (code_after);

      CREATE TABLE loaded_geography (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        cog_on date NOT NULL,
        movements_sha256 text CHECK (movements_sha256 ~ '^[0-9a-f]{64}$')
      );

      ${trackChangesSql('territory_code', 'territory', 'territory_id', 'part')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE loaded_geography, territory_movement, dated_territory_link, territory_code;
      ALTER TABLE territory DROP ended_on;
    `);
  }
}
