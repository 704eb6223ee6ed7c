import { followTable } from '@graphess/subgraph-kit';
import { z } from 'zod';

const organizationValue = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  siret: z.string().nullable(),
  rna: z.string().nullable(),
  legal_form: z.string().nullable(),
  roles: z.array(z.string()),
  current_id: z.string(),
});

/** What the owner of organisations sends under the topic `organization`. */
export type OrganizationValue = z.infer<typeof organizationValue>;

export const followOrganizations = followTable({
  from: 'observatory',
  topic: 'organization',
  table: 'organization_copy',
  row: organizationValue,
});
