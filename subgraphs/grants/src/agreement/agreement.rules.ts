import { collect, type Problem, problem } from '@graphess/subgraph-kit';
import type { Granted } from './granted.type.ts';

/** A bound of the platform: no agreement of the Département has so many. */
export const MOST_INSTALMENTS = 12;

type Instalment = { cents: number; dueOn: string; afterReport?: string | null | undefined };
type Period = { startsOn: string; endsOn: string };

/** What is wrong in an agreement about to be signed on `today` at the latest. */
export function problemsOfAgreement(
  input: Period & { signedOn: string; instalments: readonly Instalment[] },
  context: { granted: Granted; reportCodes: readonly string[]; today: string },
): Problem[] {
  const { granted, today } = context;
  return [
    ...collect(
      input.signedOn > today &&
        problem('SIGNED_IN_FUTURE', 'Le jour de la signature est à venir.', ['signedOn']),
      input.signedOn < granted.decidedOn &&
        problem('SIGNED_BEFORE_DECISION', 'La signature précède la décision qui accorde la subvention.', [
          'signedOn',
        ]),
    ),
    ...problemsOfPeriod(input),
    ...problemsOfInstalments(input.instalments, {
      ...context,
      signedOn: input.signedOn,
      alreadyPaid: { count: 0, cents: 0 },
    }),
  ];
}

/** What is wrong in the days of an agreement. */
export function problemsOfPeriod({ startsOn, endsOn }: Period): Problem[] {
  return collect(
    endsOn < startsOn && problem('PERIOD_REVERSED', 'La convention finit avant de commencer.', ['endsOn']),
  );
}

/** What is wrong in the instalments that remain to be paid, beside those that were. */
export function problemsOfInstalments(
  instalments: readonly Instalment[],
  context: {
    granted: Granted;
    reportCodes: readonly string[];
    signedOn: string;
    alreadyPaid: { count: number; cents: number };
  },
): Problem[] {
  const { granted, alreadyPaid } = context;
  const count = instalments.length + alreadyPaid.count;
  const sum = instalments.reduce((total, { cents }) => total + cents, alreadyPaid.cents);
  return collect(
    (count < 1 || count > MOST_INSTALMENTS) &&
      problem('INSTALMENTS_COUNT', `Une convention a de 1 à ${MOST_INSTALMENTS} versements.`, [
        'instalments',
      ]),
    granted.terms === 'SINGLE' &&
      count > 1 &&
      problem('SINGLE_INSTALMENT', 'La subvention est accordée en un seul versement.', ['instalments']),
    sum !== granted.cents &&
      problem(
        'INSTALMENTS_SUM',
        `La somme des versements (${inEuros(sum)}) n’est pas le montant accordé (${inEuros(granted.cents)}).`,
        ['instalments'],
      ),
    ...instalments.flatMap((instalment, index) =>
      problemsOfInstalment(instalments, instalment, index, context),
    ),
  );
}

function problemsOfInstalment(
  all: readonly Instalment[],
  { cents, dueOn, afterReport }: Instalment,
  index: number,
  { reportCodes, signedOn }: { reportCodes: readonly string[]; signedOn: string },
): Problem[] {
  const path = (field: string) => ['instalments', String(index), field];
  const before = all[index - 1];
  return collect(
    cents <= 0 && problem('INSTALMENT_CENTS', 'Un versement est d’au moins un centime.', path('cents')),
    dueOn < signedOn &&
      problem('INSTALMENT_BEFORE_SIGNATURE', 'Ce versement est dû avant la signature.', path('dueOn')),
    before !== undefined &&
      dueOn < before.dueOn &&
      problem('INSTALMENTS_ORDER', 'Les versements se suivent par jour.', path('dueOn')),
    typeof afterReport === 'string' &&
      !reportCodes.includes(afterReport) &&
      problem('REPORT_UNKNOWN', 'L’édition ne demande pas ce compte rendu.', path('afterReport')),
  );
}

function inEuros(cents: number): string {
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);
}
