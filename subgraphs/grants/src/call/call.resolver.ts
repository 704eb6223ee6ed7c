import { Claim, claimsOfSubject, provenanceOf, Source } from '@graphess/provenance';
import { type Context, euros, parisDay, type Viewer } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Benefit } from '../benefit/benefit.entity.ts';
import { benefitsOfCall } from '../benefit/benefit.queries.ts';
import { eligibilityRulesOfCall } from '../eligibility/eligibility.queries.ts';
import { EligibilityRule } from '../eligibility/eligibility-rule.entity.ts';
import { Organization } from '../foreign/organization.ts';
import { Milestone } from '../milestone/milestone.entity.ts';
import { milestonesOfCall } from '../milestone/milestone.queries.ts';
import { Theme } from '../theme/theme.entity.ts';
import { themesOfCall } from '../theme/theme.queries.ts';
import { Call } from './call.entity.ts';
import { CallPhase } from './call.phase.ts';
import { allCalls, callById, publishedLaureates } from './call.queries.ts';
import { inItsWindow, latestLaunched, phaseOn } from './call.rules.ts';
import { awardsKnown, shownCounts } from './call-counts.rules.ts';
import { CallCounts, Envelope } from './call-figures.type.ts';
import { filedHere } from './call-parts.queries.ts';

@Resolver(() => Call)
export class CallResolver {
  @Query(() => Call, {
    nullable: true,
    description: 'La dernière édition lancée à ce jour, nulle si aucune ne l’est.',
  })
  async currentCall(@Ctx() ctx: Context): Promise<Call | null> {
    const calls = await allCalls(ctx.db);
    const launches = await Promise.all(
      calls.map(async (call) => {
        const milestones = await milestonesOfCall(ctx).load(call.id);
        const dated = isPublishedHere(call) ? inItsWindow(ctx.now, call, milestones) : milestones;
        const launch = dated.find(({ code }) => code === 'LAUNCH');
        return { call, edition: call.edition, launchFrom: launch?.earliest ?? null };
      }),
    );
    return latestLaunched(parisDay(ctx.now), launches)?.call ?? null;
  }

  @Query(() => Call, {
    nullable: true,
    description: 'Une édition par son numéro, nulle si elle n’existe pas.',
  })
  call(
    @Arg('edition', () => Int, { description: 'Numéro de l’édition, à partir de 1.' }) edition: number,
    @Ctx() ctx: Context,
  ): Promise<Call | null> {
    return callById(ctx).load(`CALL:${edition}`);
  }

  @Query(() => [Call], { description: 'Toutes les éditions, la plus récente d’abord.' })
  calls(@Ctx() { db }: Context): Promise<Call[]> {
    return allCalls(db);
  }

  @FieldResolver(() => CallPhase, {
    description: 'Étape où en est l’édition à ce jour, d’après son calendrier.',
  })
  async phase(@Root() call: Call, @Ctx() ctx: Context): Promise<CallPhase> {
    const { id, awardYear } = call;
    const awarded = isPublishedHere(call)
      ? awardsKnown(await filedHere(ctx).load(id), isClosed(call, ctx))
      : call.awarded;
    const milestones = await milestonesOfCall(ctx).load(id);
    return phaseOn(parisDay(ctx.now), {
      milestones: isPublishedHere(call) ? inItsWindow(ctx.now, call, milestones) : milestones,
      awarded,
      awardYear,
    });
  }

  @FieldResolver(() => [Theme], { description: 'Thématiques de l’édition.' })
  async themes(@Root() { id }: Call, @Ctx() ctx: Context): Promise<Theme[]> {
    return (await themesOfCall(ctx).load(id)).filter(({ parentCode }) => parentCode === null);
  }

  @FieldResolver(() => [Milestone], {
    description: 'Calendrier, dans l’ordre ; les dates sans année en dernier.',
  })
  milestones(@Root() { id }: Call, @Ctx() ctx: Context): Promise<Milestone[]> {
    return milestonesOfCall(ctx).load(id);
  }

  @FieldResolver(() => [EligibilityRule], { description: 'Règles d’éligibilité de cette édition.' })
  eligibilityRules(@Root() { id }: Call, @Ctx() ctx: Context): Promise<EligibilityRule[]> {
    return eligibilityRulesOfCall(ctx).load(id);
  }

  @FieldResolver(() => Envelope, { description: 'Crédits de l’édition.' })
  envelope(@Root() call: Call): Envelope {
    const { envelopeTotalCents: total, maxPerProjectCents, committedCents, paidCents } = call;
    // What the awards of an edition add up to is known where they are made here.
    const isKnown = isPublishedHere(call);
    return {
      total: euros(total),
      maxPerProject: euros(maxPerProjectCents),
      committed: euros(isKnown ? committedCents : null),
      paid: euros(isKnown ? paidCents : null),
      remaining: euros(isKnown && total !== null ? total - committedCents : null),
    };
  }

  @FieldResolver(() => CallCounts, { description: 'Nombre de projets à chaque étape.' })
  async counts(@Root() call: Call, @Ctx() ctx: Context): Promise<CallCounts> {
    const published = await publishedLaureates(ctx).load(call.id);
    if (isPublishedHere(call)) {
      const counted = await filedHere(ctx).load(call.id);
      const shown = shownCounts(counted, { isClosed: isClosed(call, ctx), seesAll: isStaff(ctx.viewer) });
      return { ...shown, publishedLaureates: published?.count ?? 0 };
    }
    const { applications, eligible, shortlisted, auditioned, awarded } = call;
    return {
      applications,
      eligible,
      shortlisted,
      auditioned,
      awarded,
      publishedLaureates: published?.count ?? 0,
    };
  }

  @FieldResolver(() => [Benefit], { description: 'Ce que l’édition apporte aux lauréats.' })
  benefits(@Root() { id }: Call, @Ctx() ctx: Context): Promise<Benefit[]> {
    return benefitsOfCall(ctx).load(id);
  }

  @FieldResolver(() => [Claim], {
    description: 'Ce que chaque source affirme de cette édition et de ses thématiques.',
  })
  claims(@Root() { id }: Call, @Ctx() ctx: Context): Promise<Claim[]> {
    return claimsOfSubject(ctx).load(id);
  }

  @FieldResolver(() => [Source], { description: 'Sources qui décrivent l’édition.' })
  sources(@Root() { sourceIds }: Call, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }

  @FieldResolver(() => [Organization], {
    nullable: 'items',
    description: 'Structures qui accompagnent les lauréats.',
  })
  supportPartners(@Root() { supportPartnerIds }: Call): Organization[] {
    return supportPartnerIds.map((id) => ({ id }));
  }
}

const isPublishedHere = ({ publishedAt }: Call) => publishedAt !== null;

const isClosed = ({ closesAt }: Call, { now }: Context) => closesAt !== null && closesAt <= now;

function isStaff({ roles }: Viewer): boolean {
  return roles.includes('agent') || roles.includes('admin');
}
