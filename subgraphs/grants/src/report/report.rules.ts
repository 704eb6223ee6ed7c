import { collect, isUnprintable, lastDayOfMonth, type Problem, problem } from '@graphess/subgraph-kit';

export type ReportState = 'DUE' | 'LATE' | 'RECEIVED' | 'RETURNED' | 'ACCEPTED';

/** Days that a laureate has for a report that came back, counted from the Paris day of its return. */
export const DAYS_TO_CORRECT = 30;
export const MOST_OUTCOMES = 20;

const SUMMARY = { least: 20, most: 10_000 } as const;

/**
 * The same day some months later, or the last day of that month when it is shorter: a month after 31 January is
 * 28 or 29 February. PostgreSQL adds months in the same way.
 */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const target = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(target);
  const wanted = `${target}-${day.slice(8)}`;
  return wanted < last ? wanted : last;
}

/** A day some days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** When a report is due and where it stands on `today`, all in Paris days. One that came back gets some more days. */
export function reportOn(
  today: string,
  report: {
    decidedOn: string;
    monthsAfter: number;
    status: 'RECEIVED' | 'RETURNED' | 'ACCEPTED' | null;
    returnedOn: string | null;
  },
): { dueOn: string; status: ReportState } {
  const planned = monthsAfter(report.decidedOn, report.monthsAfter);
  const corrected = report.returnedOn === null ? planned : daysAfter(report.returnedOn, DAYS_TO_CORRECT);
  const dueOn = report.status === 'RETURNED' && corrected > planned ? corrected : planned;
  if (report.status === 'RECEIVED' || report.status === 'ACCEPTED') return { dueOn, status: report.status };
  if (dueOn < today) return { dueOn, status: 'LATE' };
  return { dueOn, status: report.status ?? 'DUE' };
}

type StatedOutcome = {
  code: string;
  label: string;
  unit: string;
  planned?: number | null | undefined;
  achieved?: number | null | undefined;
};

/** What is wrong in a report about to be sent. */
export function problemsOfReport(input: { summary: string; outcomes: readonly StatedOutcome[] }): Problem[] {
  const length = [...input.summary.trim()].length;
  return collect(
    (length < SUMMARY.least || length > SUMMARY.most) &&
      problem('SUMMARY_LENGTH', 'Le bilan a de 20 à 10 000 caractères, espaces du bord non compris.', [
        'summary',
      ]),
    isUnprintable(input.summary.replaceAll(/\r?\n/g, ' ')) &&
      problem('SUMMARY_CHARACTERS', 'Le bilan contient un caractère invisible ou de contrôle.', ['summary']),
    input.outcomes.length > MOST_OUTCOMES &&
      problem('OUTCOMES_COUNT', `Un compte rendu a ${MOST_OUTCOMES} résultats au plus.`, ['outcomes']),
    ...input.outcomes.flatMap((outcome, index) => problemsOfOutcome(input.outcomes, outcome, index)),
  );
}

function problemsOfOutcome(all: readonly StatedOutcome[], outcome: StatedOutcome, index: number): Problem[] {
  const path = (field: string) => ['outcomes', String(index), field];
  const { code, label, unit, planned, achieved } = outcome;
  const isNoText = (text: string, most: number) =>
    text.trim() === '' || [...text].length > most || isUnprintable(text);
  const isNoValue = (value: number | null | undefined) =>
    typeof value === 'number' && !(Number.isFinite(value) && value >= 0);
  return collect(
    !/^[A-Z][A-Z0-9_]{1,39}$/.test(code) &&
      problem(
        'OUTCOME_CODE',
        'Le code a de 2 à 40 majuscules, chiffres ou « _ », et commence par une lettre.',
        path('code'),
      ),
    all.findIndex((each) => each.code === code) < index &&
      problem('OUTCOME_TWICE', 'Ce code est déjà celui d’un autre résultat.', path('code')),
    isNoText(label, 200) && problem('OUTCOME_LABEL', 'Le libellé a de 1 à 200 caractères.', path('label')),
    isNoText(unit, 60) && problem('OUTCOME_UNIT', 'L’unité a de 1 à 60 caractères.', path('unit')),
    isNoValue(planned) && problem('OUTCOME_VALUE', 'Un résultat n’est pas négatif.', path('planned')),
    isNoValue(achieved) && problem('OUTCOME_VALUE', 'Un résultat n’est pas négatif.', path('achieved')),
  );
}
