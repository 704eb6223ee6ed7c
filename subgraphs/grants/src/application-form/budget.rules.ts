import { collect, type Problem, problem } from '@graphess/subgraph-kit';
import type { Budget, BudgetLine } from './budget.type.ts';

/** What the two sides of a budget add up to, in cents. */
export type BudgetTotals = {
  charges: number;
  produits: number;
  contributionsUsed: number;
  contributionsReceived: number;
};

const SIDES: Readonly<Record<keyof BudgetTotals, RegExp>> = {
  charges: /^6[0-9]$/,
  produits: /^7[0-9]$/,
  contributionsUsed: /^86$/,
  contributionsReceived: /^87$/,
};

const EUROS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const euros = (cents: number) => EUROS.format(cents / 100);

export function totalsOf(lines: readonly BudgetLine[]): BudgetTotals {
  const sum = (side: RegExp) =>
    lines.filter(({ account }) => side.test(account)).reduce((total, { cents }) => total + cents, 0);
  return {
    charges: sum(SIDES.charges),
    produits: sum(SIDES.produits),
    contributionsUsed: sum(SIDES.contributionsUsed),
    contributionsReceived: sum(SIDES.contributionsReceived),
  };
}

/** What is wrong in the lines of a budget, `part` of the form. */
export function problemsOfLines(budget: Budget | null, part: string): Problem[] {
  const path = (index: number, field: string) => ['form', part, 'lines', String(index), field];
  return (budget?.lines ?? []).flatMap(({ account, cents }, index) =>
    collect(
      !Object.values(SIDES).some((side) => side.test(account)) &&
        problem(
          'BUDGET_ACCOUNT_UNKNOWN',
          'Un compte va de 60 à 69 pour les charges, de 70 à 79 pour les produits ; 86 et 87 sont les contributions volontaires.',
          path(index, 'account'),
        ),
      !(cents >= 0 && cents <= 100_000_000_000) &&
        problem('BUDGET_AMOUNT', 'Un montant va de 0 à un milliard d’euros.', path(index, 'cents')),
    ),
  );
}

/** A budget balances to the cent, with and without the contributions that nobody pays for. */
export function problemsOfBalance(budget: Budget, part: string): Problem[] {
  const { charges, produits, contributionsUsed, contributionsReceived } = totalsOf(budget.lines);
  return collect(
    charges !== produits &&
      problem(
        'BUDGET_UNBALANCED',
        `Le total des charges (${euros(charges)}) n’est pas celui des produits (${euros(produits)}).`,
        ['form', part],
      ),
    contributionsUsed !== contributionsReceived &&
      problem(
        'CONTRIBUTIONS_UNBALANCED',
        `Les contributions volontaires employées (${euros(contributionsUsed)}) ne sont pas celles reçues (${euros(contributionsReceived)}).`,
        ['form', part],
      ),
  );
}
