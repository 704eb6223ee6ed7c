import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { shownState } from '../application/shown-state.ts';
import { Call } from '../call/call.entity.ts';
import { callById } from '../call/call.queries.ts';
import { Event } from '../foreign/event.ts';
import { upcomingCalls, upcomingMorning, wordsOfApplication } from './next-step.queries.ts';
import { nextStepsOf, type Proposal } from './next-step.rules.ts';
import { NextStep, NextSteps } from './next-step.type.ts';

type ShownProposal = NextStep & { callId: string | null };

@Resolver(() => Application)
export class NextStepsOfApplicationResolver {
  @FieldResolver(() => NextSteps, {
    nullable: true,
    description:
      'Ce qui peut suivre une candidature qui n’est pas financée, ou pas en entier : autres moyens de financement et prochaines dates, chacun expliqué ; sinon, pourquoi rien n’est proposé.',
  })
  async nextSteps(
    @Root() application: Application,
    @Ctx() ctx: Context,
  ): Promise<Omit<NextSteps, 'proposals'> & { proposals: ShownProposal[] }> {
    await viewNoted(ctx).load(application.id);
    const [{ state }, words, calls, morning, own] = await Promise.all([
      shownState(ctx, application),
      wordsOfApplication(ctx).load(application.id),
      upcomingCalls(ctx),
      upcomingMorning(ctx),
      callById(ctx).load(application.callId),
    ]);
    const { requestedCents, awardedCents, applicantLegalForm } = application;
    const { proposals, ...steps } = nextStepsOf(
      {
        ...{ state, requestedCents, awardedCents },
        legalForm: applicantLegalForm,
        folded: words?.folded ?? '',
      },
      { call: calls.find(({ edition }) => edition > (own?.edition ?? 0)) ?? null, morning },
    );
    return { ...steps, proposals: proposals.map(shown) };
  }
}

function shown(proposal: Proposal): ShownProposal {
  const { kind, on, explanation } = proposal;
  return {
    ...{ kind, on, explanation },
    callId: kind === 'CALL' ? proposal.callId : null,
    instrument: kind === 'INSTRUMENT' ? { code: proposal.code } : null,
    event: kind === 'MEETING' ? Object.assign(new Event(), { id: proposal.eventId }) : null,
  };
}

@Resolver(() => NextStep)
export class NextStepResolver {
  @FieldResolver(() => Call, { nullable: true, description: 'Édition, s’il s’agit de cela.' })
  call(@Root() { callId }: ShownProposal, @Ctx() ctx: Context): Promise<Call | null> | null {
    return callId === null ? null : callById(ctx).load(callId);
  }
}
