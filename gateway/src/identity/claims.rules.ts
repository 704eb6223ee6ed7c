import { isSiret, normaliseSiret, parseId } from '@graphess/identifiers';

type Claims = Readonly<Record<string, unknown>>;

/** The claim at a path (`realm_access.roles`); a claim whose own name has the dots goes first. */
export function claimAt(claims: Claims, path: readonly string[]): unknown {
  const own = (value: unknown, name: string) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      ? (value as Claims)[name]
      : undefined;
  return own(claims, path.join('.')) ?? path.reduce<unknown>(own, claims);
}

/**
 * Our roles, in alphabetical order, for those that the provider states as a list or as words; a name that the map does
 * not know is nothing. `fallback` is for whom no role is known.
 */
export function rolesOf<Role extends string>(
  stated: unknown,
  map: ReadonlyMap<string, Role>,
  fallback: readonly Role[],
): Role[] {
  const names: unknown[] =
    typeof stated === 'string' ? stated.split(/\s+/) : Array.isArray(stated) ? stated : [];
  const roles = names.flatMap((name) => (typeof name === 'string' ? (map.get(name) ?? []) : []));
  return [...new Set(roles.length > 0 ? roles : fallback)].sort();
}

export type StatedOrganization = { readonly id: string } | { readonly siret: string } | null;

/** The organisation that the provider states: the graph's id, or a SIRET; of several, none can be chosen. */
export function organizationOf(stated: unknown): StatedOrganization {
  const only: unknown = Array.isArray(stated) && stated.length === 1 ? stated[0] : stated;
  if (typeof only !== 'string') return null;
  if (parseId(only)?.prefix === 'ORG') return { id: only };
  const siret = normaliseSiret(only);
  return siret !== null && isSiret(siret) ? { siret } : null;
}
