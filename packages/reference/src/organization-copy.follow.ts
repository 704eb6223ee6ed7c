import { type Follow, upsertRows } from '@graphess/subgraph-kit';
import { z } from 'zod';

const organizationValue = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  siret: z.string().nullable(),
});

/** What the owner of organisations sends under the topic `organization`. */
export type OrganizationValue = z.infer<typeof organizationValue>;

export const followOrganizations: Follow = {
  from: 'observatory',
  topic: 'organization',
  async apply(db, upserts, deletedKeys) {
    await upsertRows(
      db,
      'organization_copy',
      ['id'],
      upserts.map(({ value }) => organizationValue.parse(value)),
    );
    await db.query('DELETE FROM organization_copy WHERE id = ANY($1)', [deletedKeys]);
  },
  async reset(db) {
    await db.query('DELETE FROM organization_copy');
  },
};
