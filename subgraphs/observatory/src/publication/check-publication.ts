import { parseId, slugify } from '@graphess/identifiers';
import {
  collect,
  idempotencyKeyProblems,
  isCalendarDay,
  isUnprintable,
  type Problem,
  parisDay,
  problem,
} from '@graphess/subgraph-kit';
import { FIRST_KNOWN_DAY } from '../territory/known-history.ts';
import type { AnnounceReleaseInput, PublishVintageInput, WithdrawVintageInput } from './publication.input.ts';

const LONGEST_LABEL = 80;
const LONGEST_REASON = 500;

/** What stands in the way of a publication before its file is opened, all at once. */
export function problemsOfPublication(input: PublishVintageInput, now: Date): Problem[] {
  const { datasetCode, label, geographyDate, reason, idempotencyKey } = input;
  const isDay =
    isCalendarDay(geographyDate) && geographyDate >= FIRST_KNOWN_DAY && geographyDate <= inAYear(now);
  return collect(
    ...idempotencyKeyProblems(idempotencyKey),
    datasetProblem(datasetCode),
    !isLine(label, 2, LONGEST_LABEL) || slugify(label) === ''
      ? problem(
          'LABEL_MALFORMED',
          'Le nom du millésime a de 2 à 80 caractères imprimables, dont une lettre ou un chiffre.',
          ['label'],
        )
      : null,
    !isDay &&
      problem(
        'GEOGRAPHY_DATE_OUT_OF_BOUNDS',
        'Le jour de la géographie va du 1er janvier 1943 à l’année qui vient.',
        ['geographyDate'],
      ),
    reason !== undefined && reason !== null && !isLine(reason, 2, LONGEST_REASON) && reasonProblem(),
  );
}

export function problemsOfWithdrawal({ vintage, reason, idempotencyKey }: WithdrawVintageInput): Problem[] {
  return collect(
    ...idempotencyKeyProblems(idempotencyKey),
    !/^DS:[A-Z][A-Z0-9-]*\/[a-z0-9-]+$/.test(vintage) &&
      problem('VINTAGE_MALFORMED', 'Un identifiant de millésime est attendu : DS:…/….', ['vintage']),
    !isLine(reason, 2, LONGEST_REASON) && reasonProblem(),
  );
}

export function problemsOfRelease(input: AnnounceReleaseInput, now: Date): Problem[] {
  const { datasetCode, on, idempotencyKey } = input;
  return collect(
    ...idempotencyKeyProblems(idempotencyKey),
    datasetProblem(datasetCode),
    on !== undefined &&
      on !== null &&
      on < parisDay(now) &&
      problem('RELEASE_IN_PAST', 'Une publication s’annonce pour aujourd’hui ou plus tard.', ['on']),
  );
}

function datasetProblem(code: string): Problem | false {
  return (
    parseId(`DS:${code}`) === null &&
    problem('DATASET_MALFORMED', 'Un code de jeu de données est attendu, par exemple ESS-FLORES.', [
      'datasetCode',
    ])
  );
}

function reasonProblem(): Problem {
  return problem('REASON_MALFORMED', 'La raison a de 2 à 500 caractères imprimables.', ['reason']);
}

function isLine(text: string, least: number, most: number): boolean {
  const length = [...text.trim()].length;
  return length >= least && length <= most && !isUnprintable(text);
}

function inAYear(now: Date): string {
  return `${Number(parisDay(now).slice(0, 4)) + 1}-12-31`;
}
