import { demonstrationStructures } from '@graphess/demonstration';
import { organizationId } from '@graphess/identifiers';
import { DEMONSTRATION_SOURCE } from '@graphess/provenance';
import {
  fingerprintOf,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  replaceTables,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type OrganizationRecord, readOrganizations } from './organization.record.ts';

/** Loads the organisations of the data files and, for a demonstration, one for each invented insertion structure. */
export async function loadOrganizations(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const organizations = [
    ...readOrganizations(settings).map(({ seat, claims: _loadedApart, ...record }) => ({
      ...record,
      seatId: seat?.territory ?? null,
      isDemonstration: false,
    })),
    ...(settings.demonstration ? inventedOrganizations(settings) : []),
  ];
  const set = { name: 'organizations', fingerprint: fingerprintOf(organizations) };
  return loadUnlessSame(db, set, settings, async (tx) => {
    settings.onProgress('Chargement des organisations…');
    const all = (table: string, rows: readonly object[]) => ({ table, key: ['id'], rows });
    return replaceTables(tx, [
      { ...all('organization', organizations.map(organizationRow)), scope: MAY_LEAVE },
      all('organization_area', organizations.flatMap(areaRows)),
      all('organization_role', organizations.flatMap(roleRows)),
      all('organization_link', organizations.flatMap(linkRows)),
      all('organization_contact', organizations.flatMap(contactRows)),
    ]);
  });
}

/** An id that was merged, or that another was merged into, still answers when the data files no longer state it. */
const MAY_LEAVE = {
  sql: `t.is_demonstration
        OR (t.merged_into IS NULL AND NOT EXISTS (SELECT FROM organization m WHERE m.merged_into = t.id))`,
  params: [],
};

type LoadedOrganization = Omit<OrganizationRecord, 'seat' | 'claims'> & {
  seatId: string | null;
  isDemonstration: boolean;
};

function inventedOrganizations({ area, scale }: Pick<LoadSettings, 'area' | 'scale'>): LoadedOrganization[] {
  const source = DEMONSTRATION_SOURCE.id;
  return demonstrationStructures({ area, scale }).map(
    ({ slug, name, siret, commune, labels, isClubMember }) => ({
      slug,
      name,
      aliases: [],
      siret,
      rna: null,
      legalForm: null,
      isEsus: labels.includes('ESUS') ? true : null,
      seatId: commune,
      operatesIn: [],
      website: null,
      links: [],
      description: null,
      roles: [
        { role: 'SIAE', since: null, until: null, source },
        ...(isClubMember ? [{ role: 'CLUB_MEMBER' as const, since: null, until: null, source }] : []),
      ],
      contacts: [],
      sources: [source],
      isDemonstration: true,
    }),
  );
}

function organizationRow(record: LoadedOrganization) {
  return {
    id: organizationId(record.slug),
    name: record.name,
    aliases: record.aliases,
    siret: record.siret,
    rna: record.rna,
    legal_form: record.legalForm,
    is_esus: record.isEsus,
    seat_id: record.seatId,
    website: record.website,
    description: record.description,
    is_demonstration: record.isDemonstration,
    source_ids: record.sources,
  };
}

function areaRows({ slug, operatesIn }: LoadedOrganization) {
  const owner = organizationId(slug);
  return operatesIn.map((territory) => ({
    id: `${owner}/${territory}`,
    organization_id: owner,
    territory_id: territory,
  }));
}

function roleRows({ slug, roles }: LoadedOrganization) {
  const owner = organizationId(slug);
  return roles.map(({ source, ...role }, position) => ({
    id: `${owner}/${position}`,
    organization_id: owner,
    position,
    ...role,
    source_id: source,
  }));
}

function linkRows({ slug, links }: LoadedOrganization) {
  const owner = organizationId(slug);
  return links.map(({ source, ...link }, position) => ({
    id: `${owner}/${position}`,
    organization_id: owner,
    position,
    ...link,
    source_id: source,
  }));
}

function contactRows({ slug, contacts }: LoadedOrganization) {
  const owner = organizationId(slug);
  return contacts.map(({ kind, asPrinted, normalised, nominative, source }, position) => ({
    id: `${owner}/${position}`,
    organization_id: owner,
    kind,
    as_printed: asPrinted,
    normalised,
    nominative,
    source_id: source,
  }));
}
