import { VISITOR, type Viewer } from '@graphess/subgraph-kit';

function person(subject: string, role: string, organization: string | null = null): Viewer {
  return { ...VISITOR, kind: 'person', subject, roles: [role], organization };
}

export const AGENT = person('PERSON:agent', 'agent', 'ORG:departement-des-hauts-de-seine');
export const SECOND_AGENT = person('PERSON:agent-2', 'agent', 'ORG:departement-des-hauts-de-seine');
export const ADMIN = person('PERSON:admin', 'admin');
/** Acts for BicyclAide. */
export const APPLICANT = person('PERSON:applicant', 'applicant', 'ORG:bicyclaide');
/** Acts for Maison Proxité. */
export const OTHER_APPLICANT = person('PERSON:applicant-2', 'applicant', 'ORG:maison-proxite');
/** A juror of no organisation. */
export const JUROR = person('PERSON:juror', 'juror');
/** A juror that an organisation sends. */
export const jurorOf = (organization: string): Viewer =>
  person(`PERSON:juror-of-${organization.slice(4)}`, 'juror', organization);
/** Acts for a structure as whoever applies. */
export const applicantOf = (organization: string): Viewer =>
  person(`PERSON:applicant-of-${organization.slice(4)}`, 'applicant', organization);
/** One person of each role, and nobody. */
export const ONE_OF_EACH: readonly Viewer[] = [
  VISITOR,
  ...['applicant', 'juror', 'agent', 'siae', 'buyer', 'producer', 'partner', 'admin'].map((role) =>
    person(`PERSON:one-${role}`, role, role === 'applicant' ? 'ORG:bicyclaide' : null),
  ),
];
