import type { IdentitySettings } from '@graphess/platform';
import type { Viewer } from '@graphess/subgraph-kit';
import type { JWTPayload } from 'jose';
import { claimAt, organizationOf, rolesOf } from './claims.rules.ts';
import type { Session } from './session.ts';
import { subjectOf } from './subject.ts';

export type Person = Pick<Session, 'subject' | 'roles' | 'organization'>;

/** The id of the organisation that has a SIRET, null when none is known. */
export type OrganizationOfSiret = (siret: string) => Promise<string | null>;

type Settings = Pick<IdentitySettings, 'rolesClaim' | 'roleMap' | 'defaultRoles' | 'organizationClaim'>;

/** What the graph keeps of a person's claims: whatever else the provider tells is left behind here. */
export async function personOf(
  claims: JWTPayload,
  issuer: string,
  settings: Settings,
  organizationOfSiret: OrganizationOfSiret,
): Promise<Person> {
  const stated = organizationOf(claimAt(claims, settings.organizationClaim));
  return {
    subject: subjectOf(issuer, claims),
    roles: rolesOf(claimAt(claims, settings.rolesClaim), settings.roleMap, settings.defaultRoles),
    organization:
      stated === null ? null : 'id' in stated ? stated.id : await organizationOfSiret(stated.siret),
  };
}

export function viewerOfPerson({ subject, roles, organization }: Person): Viewer {
  return { kind: 'person', subject, roles, scopes: [], organization };
}
