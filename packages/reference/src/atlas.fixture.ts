import { type ChangeSource, defineSubgraph, type Feed, trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OrganizationCopy } from './organization-copy.entity.ts';
import { followOrganizations } from './organization-copy.follow.ts';
import { OrganizationRedirect1767227200000 } from './organization-redirect.migration.ts';
import { OrganizationRoles1767228300000 } from './organization-roles.migration.ts';
import { ReferenceTables1767225800000 } from './reference-tables.migration.ts';
import { TerritoryCopy } from './territory-copy.entity.ts';
import { followTerritories } from './territory-copy.follow.ts';

export class AtlasTables1767300000000 implements MigrationInterface {
  name = 'AtlasTables1767300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE territory (id text PRIMARY KEY, name text NOT NULL, level text NOT NULL, population integer, within text[] NOT NULL, within_partly text[] NOT NULL);
      CREATE TABLE organization (id text PRIMARY KEY, name text NOT NULL, aliases text[] NOT NULL, siret text, current_id text NOT NULL, rna text, legal_form text, roles text[] NOT NULL DEFAULT '{}');
      ${trackChangesSql('territory', 'territory', 'id')}
      ${trackChangesSql('organization', 'organization', 'id')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organization, territory');
  }
}

const rowsOf =
  (table: string): Feed =>
  async (db, keys) => {
    const rows: { id: string }[] = await db.query(`SELECT * FROM ${table} WHERE id = ANY($1)`, [keys]);
    return new Map(rows.map((row) => [row.id, row]));
  };

/** Owns a few territories and organisations. */
export const atlas = defineSubgraph({
  name: 'atlas',
  entities: [],
  resolvers: [],
  migrations: [AtlasTables1767300000000],
  feeds: { territory: rowsOf('territory'), organization: rowsOf('organization') },
});

/** Keeps the copies that a subgraph of the platform keeps. */
export const traveller = defineSubgraph({
  name: 'traveller',
  entities: [TerritoryCopy, OrganizationCopy],
  resolvers: [],
  migrations: [
    ReferenceTables1767225800000,
    OrganizationRedirect1767227200000,
    OrganizationRoles1767228300000,
  ],
  follows: [followTerritories, followOrganizations],
});

/** The atlas under the name of the owner that the copies follow. */
export function asObservatory(source: ChangeSource): ChangeSource {
  return { ...source, name: 'observatory' };
}
