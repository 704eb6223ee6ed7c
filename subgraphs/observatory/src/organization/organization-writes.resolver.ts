import {
  appendToJournal,
  attemptOf,
  ConflictError,
  type Context,
  keyAlreadyUsed,
  NotFoundError,
  once,
  problem,
  ValidationError,
} from '@graphess/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/attempt.ts';
import { problemsOfMerge, problemsOfUnmerge } from './check-merge-input.ts';
import { mergeOrganizations } from './merge-organizations.ts';
import type { Organization } from './organization.entity.ts';
import { findOrganization } from './organization.queries.ts';
import { MergeOrganizationsInput, UnmergeOrganizationsInput } from './organization-merge.input.ts';
import {
  MergeOrganizationsPayload,
  MergeOrganizationsSuccess,
  UnmergeOrganizationsPayload,
  UnmergeOrganizationsSuccess,
} from './organization-merge.payload.ts';
import type { RegisterRefusal } from './organization-merge.rules.ts';
import { unmergeOrganizations } from './unmerge-organizations.ts';

/** For agents and administrators alone, as the table of permissions says. */
@Resolver()
export class OrganizationWritesResolver {
  @Mutation(() => MergeOrganizationsPayload, {
    description:
      'Réunit deux fiches d’une même organisation. L’identifiant de la fiche fusionnée répond toujours, avec les données de la fiche gardée ; rien n’est perdu, et la fusion se défait. Réservé aux agents et aux administrateurs.',
  })
  async mergeOrganizations(
    @Arg('input', () => MergeOrganizationsInput, { description: 'Les deux fiches.' })
    input: MergeOrganizationsInput,
    @Ctx() ctx: Context,
  ): Promise<typeof MergeOrganizationsPayload> {
    const problems = problemsOfMerge(input);
    if (problems.length > 0) return ValidationError.of(problems);
    return ctx.db.transaction(async (tx) => {
      const done = await once(tx, attemptOf(ctx, 'mergeOrganizations', input), async () => {
        const request = { ...input, expectedVersion: input.expectedVersion ?? null };
        const refusal = await mergeOrganizations(tx, request, ctx.now);
        if (refusal !== null) return { refusal };
        await appendToJournal(tx, {
          ...authorOf(ctx),
          action: 'ORGANIZATIONS_MERGED',
          target: input.keep,
          details: { merged: input.merge },
        });
        return { refusal: null };
      });
      if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
      if (done.result.refusal !== null) return refused(done.result.refusal);
      const organization = await existing(tx, input.keep);
      return Object.assign(new MergeOrganizationsSuccess(), { organization });
    });
  }

  @Mutation(() => UnmergeOrganizationsPayload, {
    description:
      'Défait la fusion d’une fiche : chacune retrouve exactement ce qu’elle disait. Réservé aux agents et aux administrateurs.',
  })
  async unmergeOrganizations(
    @Arg('input', () => UnmergeOrganizationsInput, { description: 'La fiche à séparer.' })
    input: UnmergeOrganizationsInput,
    @Ctx() ctx: Context,
  ): Promise<typeof UnmergeOrganizationsPayload> {
    const problems = problemsOfUnmerge(input);
    if (problems.length > 0) return ValidationError.of(problems);
    return ctx.db.transaction(async (tx) => {
      const done = await once(tx, attemptOf(ctx, 'unmergeOrganizations', input), async () => {
        const outcome = await unmergeOrganizations(tx, input, ctx.now);
        if ('kind' in outcome) return { refusal: outcome };
        await appendToJournal(tx, {
          ...authorOf(ctx),
          action: 'ORGANIZATIONS_UNMERGED',
          target: input.organization,
          details: { kept: outcome.kept },
        });
        return { refusal: null, kept: outcome.kept };
      });
      if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
      if (done.result.refusal !== null) return refused(done.result.refusal);
      const [organization, kept] = [
        await existing(tx, input.organization),
        await existing(tx, done.result.kept),
      ];
      return Object.assign(new UnmergeOrganizationsSuccess(), { organization, kept });
    });
  }
}

async function existing(tx: EntityManager, id: string): Promise<Organization> {
  const organization = await findOrganization(tx, id);
  if (organization === null) throw new TypeError('An organisation that was just written is not there');
  return organization;
}

function refused({ kind, code, message, path, currentVersion }: RegisterRefusal) {
  switch (kind) {
    case 'UNKNOWN':
      return Object.assign(new NotFoundError(), { code, message, path: [...path] });
    case 'CONFLICT':
      return Object.assign(ConflictError.of(message, currentVersion), { path: [...path] });
    case 'INVALID':
      return ValidationError.of([problem(code, message, path)]);
  }
}
