import { collect, type Problem, problem } from '@graphess/subgraph-kit';
import type { ApplicationForm } from './application-form.type.ts';
import { problemsOfBalance, totalsOf } from './budget.rules.ts';
import type { Attestations } from './project-description.type.ts';

/** Fields that an application is not filed without, as people read them. */
const REQUIRED: readonly (readonly [path: readonly string[], label: string])[] = [
  [['structure', 'name'], 'Le nom de la structure'],
  [['structure', 'legalForm'], 'La catégorie juridique de la structure'],
  [['structure', 'address'], 'L’adresse du siège'],
  [['structure', 'contact', 'name'], 'Le nom de la personne à joindre'],
  [['structure', 'contact', 'email'], 'L’adresse électronique de la personne à joindre'],
  [['means', 'volunteers'], 'Le nombre de bénévoles'],
  [['means', 'employees'], 'Le nombre de salariés'],
  [['organizationBudget', 'lines'], 'Le budget de la structure'],
  [['project', 'title'], 'L’intitulé du projet'],
  [['project', 'summary'], 'Le résumé du projet'],
  [['project', 'objectives'], 'Les objectifs du projet'],
  [['project', 'description'], 'La description du projet'],
  [['project', 'beneficiaries'], 'Les bénéficiaires du projet'],
  [['project', 'territories'], 'Le territoire du projet'],
  [['project', 'startsOn'], 'Le premier jour du projet'],
  [['project', 'endsOn'], 'Le dernier jour du projet'],
  [['project', 'evaluation'], 'L’évaluation du projet'],
  [['project', 'requestedCents'], 'Le montant demandé'],
  [['project', 'fundedItems'], 'Ce que la subvention paierait'],
  [['projectBudget', 'lines'], 'Le budget du projet'],
  [['themes'], 'La thématique du projet'],
];

const ATTESTATIONS: Readonly<Record<keyof Attestations, string>> = {
  declarationsUpToDate: 'Attestez que la structure est à jour de ses déclarations sociales et fiscales.',
  republicanCommitment: 'Attestez que la structure a souscrit le contrat d’engagement républicain.',
  rightToRepresent: 'Attestez que vous avez le droit de représenter la structure.',
};

/** What a form lacks to be filed, in the order of its parts. */
export function missingFrom(form: ApplicationForm): Problem[] {
  const { structure, organizationBudget, projectBudget, project, attestations } = form;
  return [
    ...REQUIRED.flatMap(([path, label]) =>
      collect(
        isEmpty(valueAt(form, path)) && problem('FIELD_MISSING', `${label} : à remplir.`, ['form', ...path]),
      ),
    ),
    ...collect(
      !structure?.siret &&
        !structure?.rna &&
        problem('IDENTIFIER_MISSING', 'Donnez le SIRET de la structure ou, à défaut, son numéro RNA.', [
          ...['form', 'structure', 'siret'],
        ]),
    ),
    ...(organizationBudget === null ? [] : problemsOfBalance(organizationBudget, 'organizationBudget')),
    ...(projectBudget === null ? [] : problemsOfBalance(projectBudget, 'projectBudget')),
    ...collect(
      projectBudget !== null &&
        projectBudget.lines.length > 0 &&
        (project?.requestedCents ?? 0) > totalsOf(projectBudget.lines).charges &&
        problem('AMOUNT_ABOVE_COST', 'Le montant demandé dépasse ce que le projet coûte.', [
          ...['form', 'project', 'requestedCents'],
        ]),
    ),
    ...Object.entries(ATTESTATIONS).flatMap(([name, message]) =>
      collect(
        attestations?.[name as keyof Attestations] !== true &&
          problem('ATTESTATION_MISSING', message, ['form', 'attestations', name]),
      ),
    ),
  ];
}

function valueAt(form: ApplicationForm, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, field) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : null,
    form,
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
