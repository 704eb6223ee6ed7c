import { BadInput, type Context, euros, SafeIntScalar } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { Call } from '../call/call.entity.ts';
import { remainingCents } from '../envelope/envelope.rules.ts';
import { scoresOf } from '../score/scores-of.ts';
import { openProjects } from './proposal.queries.ts';
import { SelectionProposal } from './proposal.type.ts';
import { type Project, propose } from './propose.rules.ts';

@Resolver(() => Call)
export class SelectionProposalResolver {
  @FieldResolver(() => SelectionProposal, {
    nullable: true,
    description:
      'Projets présélectionnés à financer pour que leurs moyennes corrigées fassent la plus grande somme, sous l’enveloppe et le plafond. Nulle si l’enveloppe n’est pas connue et qu’aucun budget n’est donné. Réservé aux agents.',
  })
  async selectionProposal(
    @Root() call: Call,
    @Arg('budgetCents', () => SafeIntScalar, {
      nullable: true,
      description: 'Budget en centimes, ramené à ce qu’il reste de l’enveloppe ; ce reste s’il est absent.',
    })
    budgetCents: number | null,
    @Ctx() ctx: Context,
  ): Promise<SelectionProposal | null> {
    if ((budgetCents ?? 0) < 0) throw new BadInput('budgetCents', 'Un budget n’est pas négatif.');
    const remaining = remainingCents({ ...call, totalCents: call.envelopeTotalCents });
    if (remaining === null && budgetCents === null) return null;
    const budget = Math.min(budgetCents ?? Number.POSITIVE_INFINITY, remaining ?? Number.POSITIVE_INFINITY);
    const applications = await openProjects(ctx.db, call.id);
    const scores = await scoresOf(ctx, call.id);
    await viewNoted(ctx).loadMany(applications.map(({ id }) => id));
    const ceiling = call.maxPerProjectCents ?? Number.POSITIVE_INFINITY;
    const projects = applications.map(({ id, requestedCents }) => ({
      id,
      cents: requestedCents === null ? null : Math.min(requestedCents, ceiling),
      score: scores.get(id)?.normalizedMean ?? null,
    }));
    return present(propose(projects, budget), { budget, projects, applications });
  }
}

function present(
  { fundedIds, cents, score, leftOut, next }: ReturnType<typeof propose>,
  of: { budget: number; projects: readonly Project[]; applications: readonly Application[] },
): SelectionProposal {
  const byId = new Map(of.applications.map((each) => [each.id, each]));
  const found = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    budget: euros(of.budget),
    spent: euros(cents),
    score,
    funded: found(fundedIds).map((application) => {
      const project = of.projects.find(({ id }) => id === application.id);
      return { application, amount: euros(project?.cents ?? 0), score: project?.score ?? 0 };
    }),
    leftOut: leftOut.flatMap(({ id, reason }) => found([id]).map((application) => ({ application, reason }))),
    next: next && {
      extra: euros(next.extraCents),
      adds: found(next.adds),
      removes: found(next.removes),
    },
  };
}
