import { callId } from '@graphess/identifiers';
import { BadInput, type Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { EvaluationCriterion } from '../criterion/criterion.type.ts';
import { eligibilityRulesOfCall, eligibilityTermsOfCall } from '../eligibility/eligibility.queries.ts';
import { ScheduledReport } from '../report-schedule/scheduled-report.type.ts';
import { Call } from './call.entity.ts';
import { callById } from './call.queries.ts';
import { Document } from './call-figures.type.ts';
import { criteriaOfCall, documentsOfCall, reportsOfCall, rulesVersionsOfCall } from './call-parts.queries.ts';
import { type ComparedRules, differencesOf } from './rules-difference.rules.ts';
import { RuleDifference, RulesVersion } from './rules-version.type.ts';

@Resolver(() => Call)
export class CallPartsResolver {
  @FieldResolver(() => [EvaluationCriterion], {
    description: 'Grille d’évaluation ; liste vide quand elle n’est pas connue.',
  })
  criteria(@Root() { id }: Call, @Ctx() ctx: Context): Promise<EvaluationCriterion[]> {
    return criteriaOfCall(ctx).load(id);
  }

  @FieldResolver(() => [Document], {
    description: 'Documents de l’appel à projets ; liste vide si aucun n’est connu.',
  })
  documents(@Root() { id }: Call, @Ctx() ctx: Context): Promise<Document[]> {
    return documentsOfCall(ctx).load(id);
  }

  @FieldResolver(() => [ScheduledReport], {
    description: 'Comptes rendus que chaque lauréat devra ; liste vide s’ils ne sont pas connus.',
  })
  reportSchedule(@Root() { id }: Call, @Ctx() ctx: Context): Promise<ScheduledReport[]> {
    return reportsOfCall(ctx).load(id);
  }

  @FieldResolver(() => [RulesVersion], {
    description:
      'Versions des règles d’éligibilité d’une édition publiée ici, de la première à celle en vigueur ; liste vide pour les autres.',
  })
  rulesVersions(@Root() { id }: Call, @Ctx() ctx: Context): Promise<RulesVersion[]> {
    return rulesVersionsOfCall(ctx).load(id);
  }

  @FieldResolver(() => [RuleDifference], {
    description:
      'Ce qui change des règles d’éligibilité par rapport à une autre édition ; liste vide si rien ne change, ou si l’une des deux n’a pas de règles connues.',
  })
  async rulesComparedTo(
    @Root() call: Call,
    @Arg('edition', () => Int, { description: 'Numéro de l’autre édition.' }) edition: number,
    @Ctx() ctx: Context,
  ): Promise<RuleDifference[]> {
    const other = edition < 1 || edition > 999_999_999 ? null : await callById(ctx).load(callId(edition));
    if (other === null) throw new BadInput('edition', `L’édition ${edition} n’existe pas.`);
    const [before, after] = await Promise.all([rulesOf(ctx, other), rulesOf(ctx, call)]);
    return before === null || after === null ? [] : differencesOf(before, after);
  }
}

async function rulesOf(ctx: Context, { id, maxPerProjectCents }: Call): Promise<ComparedRules | null> {
  const [terms, rules] = await Promise.all([
    eligibilityTermsOfCall(ctx).load(id),
    eligibilityRulesOfCall(ctx).load(id),
  ]);
  return terms && { ...terms, maxPerProjectCents, rules };
}
