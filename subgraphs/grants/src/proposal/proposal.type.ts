import { Money } from '@graphess/subgraph-kit';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { LeftOutReason } from './propose.rules.ts';

registerEnumType(LeftOutReason, {
  name: 'LeftOutReason',
  description: 'Pourquoi un projet n’est pas dans la proposition.',
  valuesConfig: {
    AMOUNT_UNKNOWN: { description: 'Le montant demandé n’est pas connu.' },
    NOT_SCORED: { description: 'Le jury ne l’a pas noté, ou lui a donné zéro.' },
    ABOVE_BUDGET: { description: 'Il coûte à lui seul plus que le budget.' },
    OTHERS_SCORE_MORE: { description: 'Avec le même argent, d’autres projets ont ensemble plus de points.' },
  },
});

@ObjectType({ description: 'Un projet que la proposition finance, entièrement.' })
export class ProposedAward {
  @Field(() => Application, { description: 'La candidature.' })
  application!: Application;

  @Field(() => Money, { description: 'Montant proposé : ce qui est demandé, plafond compris.' })
  amount!: Money | null;

  @Field(() => Float, { description: 'Moyenne du jury, de 0 à 100, corrigée de la sévérité de chaque juré.' })
  score!: number;
}

@ObjectType({ description: 'Un projet que la proposition ne finance pas.' })
export class LeftOutProject {
  @Field(() => Application, { description: 'La candidature.' })
  application!: Application;

  @Field(() => LeftOutReason, { description: 'Pourquoi il n’est pas retenu.' })
  reason!: LeftOutReason;
}

@ObjectType({ description: 'Le plus petit supplément de budget qui changerait la proposition en mieux.' })
export class NextSelection {
  @Field(() => Money, { description: 'Supplément de budget, en centimes.' })
  extra!: Money | null;

  @Field(() => [Application], { description: 'Projets qui entreraient ; cent au plus.' })
  adds!: Application[];

  @Field(() => [Application], {
    description: 'Projets qui sortiraient pour leur faire place ; cent au plus.',
  })
  removes!: Application[];
}

@ObjectType({
  description:
    'Une aide à la décision : les projets à financer entièrement pour que leurs moyennes corrigées fassent la plus grande somme. Rien n’en est écrit.',
})
export class SelectionProposal {
  @Field(() => Money, {
    description: 'Budget retenu : celui qui est demandé, ou ce qu’il reste de l’enveloppe.',
  })
  budget!: Money | null;

  @Field(() => Money, { description: 'Montant des projets proposés.' })
  spent!: Money | null;

  @Field(() => Float, { description: 'Somme de leurs moyennes, chacune au centième.' })
  score!: number;

  @Field(() => [ProposedAward], { description: 'Projets proposés ; cent au plus.' })
  funded!: ProposedAward[];

  @Field(() => [LeftOutProject], { description: 'Projets écartés ; cent au plus.' })
  leftOut!: LeftOutProject[];

  @Field(() => NextSelection, {
    nullable: true,
    description: 'Ce que plus d’argent changerait, nul si tout ce qui est noté est financé.',
  })
  next!: NextSelection | null;
}
