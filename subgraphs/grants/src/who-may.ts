import { type Context, either, type PermissionTable, roles, when } from '@graphess/subgraph-kit';
import type { Application } from './application/application.entity.ts';
import type { Organization } from './foreign/organization.ts';
import { isOwnStructure } from './own-structure/own-structure.queries.ts';
import { clearedReview } from './review/cleared-review.queries.ts';

export const STAFF = roles('agent', 'admin');
/** What judges an application: never for whoever acts for the structure that applied. */
export const JUDGING_STAFF = when('other structure', STAFF);
/** What passes between the Département and the structure that applies. */
export const BOTH_SIDES = either(STAFF, when('own application', roles('applicant')));
/** The same, and whoever judges it. */
export const BOTH_SIDES_AND_JURY = either(BOTH_SIDES, when('declared review', roles('juror')));

/** The structure itself, and those who look after it. */
export const OWN_STRUCTURE = either(STAFF, when('own structure', roles('applicant')));

/** Of fields of `Application`, and of `Organization` for the last: what lies below is reached through one of them. */
export const CONDITIONS: NonNullable<PermissionTable['conditions']> = {
  'declared review': {
    means: 'La personne est chargée d’évaluer la candidature et a déclaré que rien ne l’y lie.',
    holds: async ({ id }: Partial<Application>, _args, ctx: Context) =>
      id !== undefined && (await clearedReview(ctx).load(id)) !== null,
  },
  'other structure': {
    means: 'La candidature n’est pas celle de la structure pour laquelle la personne agit.',
    holds: async ({ organizationId }: Application, _args, ctx: Context) =>
      !(await isOwnStructure(ctx, organizationId)),
  },
  'own application': {
    means: 'La candidature est celle de la structure pour laquelle la personne agit.',
    holds: ({ organizationId }: Application, _args, ctx: Context) => isOwnStructure(ctx, organizationId),
  },
  'own structure': {
    means: 'La structure est celle pour laquelle la personne agit.',
    holds: ({ id }: Organization, _args, ctx: Context) => isOwnStructure(ctx, id),
  },
};
