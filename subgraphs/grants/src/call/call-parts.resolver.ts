import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EvaluationCriterion } from '../criterion/criterion.type.ts';
import { ScheduledReport } from '../report-schedule/scheduled-report.type.ts';
import { Call } from './call.entity.ts';
import { Document } from './call-figures.type.ts';
import { criteriaOfCall, documentsOfCall, reportsOfCall, rulesVersionsOfCall } from './call-parts.queries.ts';
import { RulesVersion } from './rules-version.type.ts';

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
}
