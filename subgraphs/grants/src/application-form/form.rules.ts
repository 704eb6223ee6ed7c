import { isRna, isSiret, normaliseRna, normaliseSiret } from '@graphess/identifiers';
import { collect, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';
import { isLegalCategory } from '../eligibility/legal-form.rules.ts';
import type { ApplicantStructure, HumanMeans } from './applicant-structure.type.ts';
import type { ApplicationForm } from './application-form.type.ts';
import { problemsOfLines } from './budget.rules.ts';
import type { ProjectDescription } from './project-description.type.ts';

/** What is known of the codes that a form names. */
export type KnownCodes = { themes: ReadonlySet<string>; territories: ReadonlySet<string> };

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 5_000;
const MOST_PEOPLE = 10_000_000;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A SIRET in canonical form, null when it is none. */
export function siretOf(typed: string | null | undefined): string | null {
  const siret = typed ? normaliseSiret(typed) : null;
  return siret !== null && isSiret(siret) ? siret : null;
}

/** An RNA number in canonical form, null when it is none. */
export function rnaOf(typed: string | null | undefined): string | null {
  const rna = typed ? normaliseRna(typed) : null;
  return rna !== null && isRna(rna) ? rna : null;
}

/** What is written wrong in a form, however unfinished: a draft keeps it as it was typed, and is told. */
export function problemsOfForm(form: ApplicationForm, known: KnownCodes): Problem[] {
  return [
    ...problemsOfStructure(form.structure),
    ...problemsOfMeans(form.means),
    ...problemsOfLines(form.organizationBudget, 'organizationBudget'),
    ...problemsOfProject(form.project, known),
    ...problemsOfLines(form.projectBudget, 'projectBudget'),
    ...(form.themes ?? []).flatMap((code, index) =>
      collect(
        !known.themes.has(code) &&
          problem('THEME_UNKNOWN', `Cette édition n’a pas de thématique « ${code.slice(0, 50)} ».`, [
            ...['form', 'themes', String(index)],
          ]),
      ),
    ),
    ...problemsOfTexts(form, ['form']),
  ];
}

function problemsOfStructure(structure: ApplicantStructure | null): Problem[] {
  if (structure === null) return [];
  const { siret, rna, legalForm, website, contact } = structure;
  const path = (...fields: string[]) => ['form', 'structure', ...fields];
  const email = contact?.email ?? null;
  return collect(
    siret !== null &&
      siretOf(siret) === null &&
      problem('SIRET_MALFORMED', 'Un SIRET a quatorze chiffres, dont la clé est juste.', path('siret')),
    rna !== null &&
      rnaOf(rna) === null &&
      problem('RNA_MALFORMED', 'Un numéro RNA est de la forme W922012345.', path('rna')),
    legalForm !== null &&
      !isLegalCategory(legalForm) &&
      problem(
        'LEGAL_FORM_MALFORMED',
        'La catégorie juridique a quatre chiffres, par exemple 9220.',
        path('legalForm'),
      ),
    website !== null &&
      !/^https?:\/\//.test(website) &&
      problem('WEBSITE_MALFORMED', 'L’adresse d’un site commence par https:// ou http://.', path('website')),
    email !== null &&
      !EMAIL.test(email) &&
      problem(
        'EMAIL_MALFORMED',
        'Une adresse électronique est de la forme nom@exemple.fr.',
        path('contact', 'email'),
      ),
  );
}

function problemsOfMeans(means: HumanMeans | null): Problem[] {
  return Object.entries(means ?? {}).flatMap(([field, count]: [string, number | null]) =>
    collect(
      count !== null &&
        !(count >= 0 && count <= MOST_PEOPLE) &&
        problem('COUNT_MALFORMED', 'Un effectif va de 0 à dix millions.', ['form', 'means', field]),
    ),
  );
}

function problemsOfProject(project: ProjectDescription | null, { territories }: KnownCodes): Problem[] {
  if (project === null) return [];
  const { title, startsOn, endsOn, requestedCents } = project;
  const path = (...fields: string[]) => ['form', 'project', ...fields];
  return [
    ...collect(
      title !== null &&
        title.length > LONGEST_TITLE &&
        problem('TITLE_TOO_LONG', `L’intitulé a ${LONGEST_TITLE} caractères au plus.`, path('title')),
      startsOn !== null &&
        endsOn !== null &&
        startsOn > endsOn &&
        problem('PERIOD_REVERSED', 'Le projet finit avant de commencer.', path('endsOn')),
      requestedCents !== null &&
        requestedCents <= 0 &&
        problem(
          'AMOUNT_NOT_POSITIVE',
          'Le montant demandé doit être supérieur à zéro.',
          path('requestedCents'),
        ),
    ),
    ...project.territories.flatMap((code, index) =>
      collect(
        !territories.has(code) &&
          problem('TERRITORY_UNKNOWN', `Le territoire « ${code.slice(0, 50)} » n’existe pas.`, [
            ...path('territories', String(index)),
          ]),
      ),
    ),
  ];
}

function problemsOfTexts(value: unknown, path: readonly string[]): Problem[] {
  if (typeof value === 'string') {
    return collect(
      value.length > LONGEST_TEXT && problem('TEXT_TOO_LONG', 'Un texte a 5 000 caractères au plus.', path),
      isUnprintable(value.replaceAll(/[\r\n\t]/g, ' ')) &&
        problem('TEXT_CHARACTERS', 'Ce texte contient un caractère invisible ou de contrôle.', path),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => problemsOfTexts(each, [...path, name]));
}
