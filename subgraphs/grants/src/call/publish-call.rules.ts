import { parseId } from '@graphess/identifiers';
import { collect, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';
import { problemsOfWorkflow } from '../workflow/workflow-problems.rules.ts';
import { daysOf, windowGiven } from './call-plan.rules.ts';
import type { CallDocumentInput, CriterionInput, PublishCallInput } from './publish-call.input.ts';

const LONGEST = { label: 200, text: 2_000 } as const;
const MOST = { items: 50, cents: 100_000_000_000 } as const;

/** Everything that stands in the way of an edition by itself, at once. What must exist elsewhere is for the verb to look up. */
export function problemsOfCall(input: PublishCallInput): Problem[] {
  const { edition, title, launchYear, awardYear = null } = input;
  return collect(
    (edition < 1 || edition > 999) && problem('EDITION_NUMBER', 'Le numéro va de 1 à 999.', ['edition']),
    ...textProblems(title, LONGEST.label, ['title']),
    (launchYear < 2000 || launchYear > 2100) &&
      problem('YEAR_OUT_OF_BOUNDS', 'L’année du lancement va de 2000 à 2100.', ['launchYear']),
    awardYear !== null &&
      (awardYear < launchYear || awardYear > launchYear + 5) &&
      problem(
        'AWARD_YEAR_BEFORE_LAUNCH',
        'Les lauréats sont désignés l’année du lancement, ou dans les cinq ans.',
        ['awardYear'],
      ),
    ...(input.objectives ?? []).flatMap((text, at) =>
      textProblems(text, LONGEST.text, ['objectives', `${at}`]),
    ),
    ...(input.contact == null ? [] : textProblems(input.contact, LONGEST.label, ['contact'])),
    ...problemsOfMoney(input),
    ...problemsOfThemes(input),
    ...problemsOfCalendar(input),
    ...problemsOfDocuments(input.documents ?? []),
    ...problemsOfBenefits(input),
    ...problemsOfEligibility(input),
    ...problemsOfCriteria(input.criteria),
    ...problemsOfReports(input),
    ...(input.workflow == null ? [] : problemsOfWorkflow(input.workflow, 'workflow')),
  );
}

/** What is wrong in the money of an edition. */
export function problemsOfMoney({
  envelopeCents = null,
  maxPerProjectCents,
}: {
  envelopeCents?: number | null | undefined;
  maxPerProjectCents: number;
}): Problem[] {
  const isAmount = (cents: number) => cents > 0 && cents <= MOST.cents;
  return collect(
    envelopeCents !== null &&
      !isAmount(envelopeCents) &&
      problem('AMOUNT_OUT_OF_BOUNDS', 'L’enveloppe est un montant positif, en centimes.', ['envelopeCents']),
    !isAmount(maxPerProjectCents) &&
      problem('AMOUNT_OUT_OF_BOUNDS', 'Le plafond est un montant positif, en centimes.', [
        'maxPerProjectCents',
      ]),
    envelopeCents !== null &&
      maxPerProjectCents > envelopeCents &&
      problem('CEILING_ABOVE_ENVELOPE', 'Le plafond par projet dépasse l’enveloppe.', ['maxPerProjectCents']),
  );
}

function problemsOfThemes({ themes }: PublishCallInput): Problem[] {
  const all = themes.flatMap((theme, at) => [
    { code: theme.code, label: theme.label, path: ['themes', `${at}`] },
    ...(theme.subThemes ?? []).map((sub, below) => ({
      code: sub.code,
      label: sub.label,
      path: ['themes', `${at}`, 'subThemes', `${below}`],
    })),
  ]);
  return collect(
    themes.length === 0 && problem('THEMES_MISSING', 'Une édition a une thématique au moins.', ['themes']),
    ...problemsOfCodes(all),
    ...all.flatMap(({ label, path }) => textProblems(label, LONGEST.label, [...path, 'label'])),
  );
}

function problemsOfCalendar({ milestones, opensAt, closesAt }: PublishCallInput): Problem[] {
  const window = windowGiven({ milestones, opensAt, closesAt });
  const missing = (code: string) => !milestones.some((milestone) => milestone.code === code);
  return collect(
    ...problemsOfCodes(milestones.map(({ code }, at) => ({ code, path: ['milestones', `${at}`] }))),
    ...milestones.flatMap((milestone, at) =>
      collect(
        daysOf(milestone) === null &&
          problem('DATE_MALFORMED', `« ${milestone.value} » n’est pas une date de cette précision.`, [
            ...['milestones', `${at}`, 'value'],
          ]),
        ...textProblems(milestone.label, LONGEST.label, ['milestones', `${at}`, 'label']),
      ),
    ),
    missing('LAUNCH') &&
      problem('MILESTONE_MISSING', 'Le calendrier doit dire le lancement (LAUNCH).', ['milestones']),
    missing('DEADLINE') &&
      problem('MILESTONE_MISSING', 'Le calendrier doit dire la clôture (DEADLINE).', ['milestones']),
    window.opensAt !== null &&
      window.closesAt !== null &&
      window.opensAt >= window.closesAt &&
      problem('CLOSES_BEFORE_OPENING', 'Le dépôt est clos avant d’ouvrir.', ['closesAt']),
    (window.opensAt === null || window.closesAt === null) &&
      problem(
        'WINDOW_UNKNOWN',
        'Les dates ne disent pas quand le dépôt ouvre et ferme : donnez « opensAt » et « closesAt ».',
        ['milestones'],
      ),
  );
}

/** What is wrong in the documents of an edition. */
export function problemsOfDocuments(documents: readonly CallDocumentInput[]): Problem[] {
  return collect(
    documents.length > MOST.items && tooMany('documents'),
    ...documents.flatMap(({ title, url, sha256 }, at) => {
      const path = ['documents', `${at}`];
      return collect(
        ...textProblems(title, LONGEST.label, [...path, 'title']),
        !(URL.canParse(url) && url.startsWith('https://') && url.length <= LONGEST.text) &&
          problem('URL_MALFORMED', 'L’adresse d’un document commence par https://.', [...path, 'url']),
        !/^[0-9a-f]{64}$/i.test(sha256) &&
          problem('HASH_MALFORMED', 'Une empreinte SHA-256 a 64 chiffres hexadécimaux.', [...path, 'sha256']),
      );
    }),
  );
}

function problemsOfBenefits({ benefits, supportPartners }: PublishCallInput): Problem[] {
  const named = benefits ?? [];
  const isOrganization = (id: string) => parseId(id)?.prefix === 'ORG';
  return collect(
    ...problemsOfCodes(named.map(({ code }, at) => ({ code, path: ['benefits', `${at}`] }))),
    ...named.flatMap(({ statement, partner }, at) =>
      collect(
        ...textProblems(statement, LONGEST.text, ['benefits', `${at}`, 'statement']),
        partner != null &&
          !isOrganization(partner) &&
          problem('ORGANIZATION_MALFORMED', 'L’identifiant d’une structure commence par « ORG: ».', [
            'benefits',
            `${at}`,
            'partner',
          ]),
      ),
    ),
    ...(supportPartners ?? []).map(
      (id, at) =>
        !isOrganization(id) &&
        problem('ORGANIZATION_MALFORMED', 'L’identifiant d’une structure commence par « ORG: ».', [
          'supportPartners',
          `${at}`,
        ]),
    ),
  );
}

/** What is wrong in the eligibility rules of an edition. */
export function problemsOfEligibility({ eligibility }: Pick<PublishCallInput, 'eligibility'>): Problem[] {
  const { rules, actionWithin } = eligibility;
  const prefix = parseId(actionWithin)?.prefix ?? '';
  return collect(
    rules.length === 0 &&
      problem('RULES_MISSING', 'Une édition a une règle au moins.', ['eligibility', 'rules']),
    ...problemsOfCodes(rules.map(({ code }, at) => ({ code, path: ['eligibility', 'rules', `${at}`] }))),
    ...rules.flatMap(({ label, description }, at) => [
      ...textProblems(label, LONGEST.label, ['eligibility', 'rules', `${at}`, 'label']),
      ...textProblems(description, LONGEST.text, ['eligibility', 'rules', `${at}`, 'description']),
    ]),
    !['COM', 'EPCI', 'EPT', 'DEP', 'REG'].includes(prefix) &&
      problem('TERRITORY_MALFORMED', 'Un territoire se désigne par son code, par exemple « DEP:92 ».', [
        'eligibility',
        'actionWithin',
      ]),
  );
}

/** What is wrong in the grid of an edition. */
export function problemsOfCriteria(criteria: readonly CriterionInput[]): Problem[] {
  return collect(
    criteria.length === 0 && problem('CRITERIA_MISSING', 'La grille a un critère au moins.', ['criteria']),
    ...problemsOfCodes(criteria.map(({ code }, at) => ({ code, path: ['criteria', `${at}`] }))),
    ...criteria.flatMap(({ label, description, weight, maxScore }, at) => {
      const path = ['criteria', `${at}`];
      return collect(
        ...textProblems(label, LONGEST.label, [...path, 'label']),
        ...textProblems(description, LONGEST.text, [...path, 'description']),
        !(weight > 0 && weight <= 1_000) &&
          problem('WEIGHT_OUT_OF_BOUNDS', 'Un poids est plus grand que 0, et 1 000 au plus.', [
            ...path,
            'weight',
          ]),
        !(maxScore >= 1 && maxScore <= 100) &&
          problem('MAX_SCORE_OUT_OF_BOUNDS', 'La note la plus haute va de 1 à 100.', [...path, 'maxScore']),
      );
    }),
  );
}

function problemsOfReports({ reports }: PublishCallInput): Problem[] {
  return collect(
    ...problemsOfCodes((reports ?? []).map(({ code }, at) => ({ code, path: ['reports', `${at}`] }))),
    ...(reports ?? []).flatMap(({ label, monthsAfter }, at) =>
      collect(
        ...textProblems(label, LONGEST.label, ['reports', `${at}`, 'label']),
        !(monthsAfter >= 1 && monthsAfter <= 120) &&
          problem('MONTHS_OUT_OF_BOUNDS', 'Un compte rendu est dû de 1 à 120 mois après la décision.', [
            ...['reports', `${at}`, 'monthsAfter'],
          ]),
      ),
    ),
  );
}

function problemsOfCodes(coded: readonly { code: string; path: readonly string[] }[]): Problem[] {
  const first = coded[0]?.path[0] ?? '';
  return collect(
    coded.length > MOST.items && tooMany(first),
    ...coded.map(
      ({ code, path }) =>
        !/^[A-Z][A-Z0-9_]{0,39}$/.test(code) &&
        problem('CODE_MALFORMED', 'Un code a de 1 à 40 lettres majuscules, chiffres ou « _ ».', [
          ...path,
          'code',
        ]),
    ),
    ...coded.map(
      ({ code, path }, at) =>
        coded.findIndex((each) => each.code === code) !== at &&
        problem('CODE_TWICE', `Le code « ${code} » est donné deux fois.`, [...path, 'code']),
    ),
  );
}

function tooMany(field: string): Problem {
  return problem('TOO_MANY', `${MOST.items} au plus.`, [field]);
}

function textProblems(text: string, most: number, path: readonly string[]): Problem[] {
  const length = [...text.trim()].length;
  return collect(
    (length === 0 || length > most) &&
      problem('TEXT_LENGTH', `Ce texte a de 1 à ${most} caractères.`, [...path]),
    isUnprintable(text.replaceAll(/\r?\n/g, ' ')) &&
      problem('TEXT_CHARACTERS', 'Ce texte contient un caractère invisible ou de contrôle.', [...path]),
  );
}
