import type { ClaimRecord } from '@graphess/provenance';
import { type LoadSettings, readDataFile } from '@graphess/subgraph-kit';
import type { OrgRole } from './organization.role.ts';
import type { OrganizationContact } from './organization-contact.entity.ts';

/** An organisation as `organizations.json` writes it. */
export type OrganizationRecord = {
  slug: string;
  name: string;
  aliases: string[];
  siret: string | null;
  rna: string | null;
  legalForm: string | null;
  isEsus: boolean | null;
  seat: { territory: string | null; asStated: string } | null;
  operatesIn: string[];
  website: string | null;
  links: { url: string; label: string | null; source: string }[];
  description: string | null;
  roles: { role: OrgRole; since: string | null; until: string | null; source: string }[];
  contacts: (Pick<OrganizationContact, 'kind' | 'asPrinted' | 'normalised' | 'nominative'> & {
    source: string;
  })[];
  claims: ClaimRecord[];
  sources: string[];
};

export function readOrganizations({
  dataDir,
  area,
}: Pick<LoadSettings, 'dataDir' | 'area'>): OrganizationRecord[] {
  return readDataFile<OrganizationRecord[]>(dataDir, area, 'organizations.json', []);
}
