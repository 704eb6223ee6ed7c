import { SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

// One class is what is sent and what is read: the form is given back as it was written.

@InputType('BudgetLineInput', { description: 'Une ligne d’un budget.' })
@ObjectType('BudgetLine', { description: 'Une ligne d’un budget.' })
export class BudgetLine {
  @Field(() => String, {
    description:
      'Compte du plan comptable : 60 à 69 pour les charges, 70 à 79 pour les produits, 86 et 87 pour les contributions volontaires (emplois, ressources).',
  })
  account!: string;

  @Field(() => String, { nullable: true, description: 'Libellé de la ligne.' })
  label!: string | null;

  @Field(() => SafeIntScalar, { description: 'Montant en centimes d’euro.' })
  cents!: number;
}

@InputType('BudgetInput', { description: 'Un budget : charges, produits et contributions volontaires.' })
@ObjectType('Budget', { description: 'Un budget : charges, produits et contributions volontaires.' })
export class Budget {
  @Field(() => Int, { nullable: true, description: 'Exercice, pour le budget de la structure.' })
  year!: number | null;

  @Field(() => [BudgetLine], { description: 'Lignes, 100 au plus.' })
  lines!: BudgetLine[];
}
