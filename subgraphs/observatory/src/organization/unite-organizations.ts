import type { Organization } from './organization.entity.ts';

/** What one row of the register says of an organisation. */
export type OrganizationMember = Pick<
  Organization,
  | 'id'
  | 'name'
  | 'aliases'
  | 'siret'
  | 'rna'
  | 'legalForm'
  | 'isEsus'
  | 'seatId'
  | 'website'
  | 'description'
  | 'isDemonstration'
  | 'sourceIds'
>;

export type UnitedOrganization = OrganizationMember & { formerIds: string[] };

/**
 * One organisation out of a kept one, first, and those that were merged into it. What the kept one says stands; what it
 * does not know comes from the first that does. Names and sources add up: those of the merged ones become aliases.
 */
export function uniteOrganizations(
  members: readonly [OrganizationMember, ...OrganizationMember[]],
): UnitedOrganization {
  const [kept, ...former] = members;
  const known = <Name extends keyof OrganizationMember>(name: Name): OrganizationMember[Name] =>
    (members.find((member) => member[name] !== null) ?? kept)[name];
  const names = [...kept.aliases, ...former.flatMap(({ name, aliases }) => [name, ...aliases])];
  return {
    id: kept.id,
    name: kept.name,
    aliases: former.length === 0 ? kept.aliases : [...new Set(names)].filter((name) => name !== kept.name),
    siret: known('siret'),
    rna: known('rna'),
    legalForm: known('legalForm'),
    isEsus: known('isEsus'),
    seatId: known('seatId'),
    website: known('website'),
    description: known('description'),
    isDemonstration: kept.isDemonstration,
    sourceIds: [...new Set(members.flatMap(({ sourceIds }) => sourceIds))],
    formerIds: former.map(({ id }) => id),
  };
}
