import type { RuleCode } from './eligibility-rule.entity.ts';
import type { OpenTo } from './eligibility-terms.entity.ts';
import { type LegalFamily, legalFamilyOf } from './legal-form.rules.ts';

export type Outcome = 'PASSED' | 'REVIEW' | 'FAILED';

/** What a rule makes of a project, with the French sentence that says why. */
export type Judgement = { outcome: Outcome; explanation: string };

/** A project as its bearer describes it, and what is known of the territories and themes that it names. */
export type Project = {
  legalForm: string;
  isEsus: boolean | null;
  requestedCents: number;
  themes: readonly { label: string; ofThisEdition: boolean }[];
  territories: readonly { name: string; position: 'INSIDE' | 'PARTLY' | 'OUTSIDE' }[];
};

/** The rules of an edition. A ceiling that is not known is null. */
export type Terms = { openTo: OpenTo; maxPerProjectCents: number | null };

const EUROS = new Intl.NumberFormat('fr-FR', {
  style: 'currency',
  currency: 'EUR',
  trailingZeroDisplay: 'stripIfInteger',
});
const LIST = new Intl.ListFormat('fr-FR', { type: 'conjunction' });

/** Each rule judges by itself, so that a project learns at once of all that stands in its way. */
export const JUDGES: Readonly<Record<RuleCode, (project: Project, terms: Terms) => Judgement>> = {
  LEGAL_FORM: judgeLegalForm,
  REQUESTED_AMOUNT: judgeAmount,
  THEMES: judgeThemes,
  ACTION_TERRITORY: judgeTerritories,
};

/** One failure makes a project ineligible; otherwise one doubt sends it to an agent. */
export function verdictOf(outcomes: readonly Outcome[]): 'ELIGIBLE' | 'INELIGIBLE' | 'NEEDS_REVIEW' {
  if (outcomes.includes('FAILED')) return 'INELIGIBLE';
  return outcomes.includes('REVIEW') ? 'NEEDS_REVIEW' : 'ELIGIBLE';
}

function judgeLegalForm({ legalForm, isEsus }: Project, { openTo }: Terms): Judgement {
  const family = legalFamilyOf(legalForm);
  if (family === 'ASSOCIATION') {
    return passed(`La catégorie juridique ${legalForm} est celle d’une association : elle peut candidater.`);
  }
  return openTo === 'ASSOCIATIONS_AND_ESUS' ? judgeEsus(isEsus) : judgeOtherForm(family);
}

function judgeEsus(isEsus: boolean | null): Judgement {
  if (isEsus === null) {
    return review(
      'Cette édition est ouverte aux associations et aux structures agréées ESUS : l’agrément est à vérifier.',
    );
  }
  return isEsus
    ? passed('La structure est agréée ESUS : cette édition lui est ouverte.')
    : failed(
        'Cette édition est ouverte aux associations et aux structures agréées ESUS : la structure n’est ni l’une ni l’autre.',
      );
}

function judgeOtherForm(family: LegalFamily): Judgement {
  return family === 'COOPERATIVE'
    ? review(
        'Cette édition est ouverte aux associations : le cas d’une coopérative est à examiner par le Département.',
      )
    : failed('Cette édition n’est ouverte qu’aux associations.');
}

function judgeAmount({ requestedCents }: Project, { maxPerProjectCents }: Terms): Judgement {
  const requested = EUROS.format(requestedCents / 100);
  if (maxPerProjectCents === null) return review('Le plafond de cette édition n’est pas connu.');
  const ceiling = EUROS.format(maxPerProjectCents / 100);
  return requestedCents > maxPerProjectCents
    ? failed(`Le montant demandé (${requested}) dépasse le plafond de ${ceiling} par projet.`)
    : passed(`Le montant demandé (${requested}) respecte le plafond de ${ceiling} par projet.`);
}

function judgeThemes({ themes }: Project): Judgement {
  if (themes.length === 0) return passed('La thématique du projet est à préciser.');
  const foreign = themes.filter(({ ofThisEdition }) => !ofThisEdition).map(({ label }) => `« ${label} »`);
  return foreign.length === 0
    ? passed('Le projet répond aux thématiques de cette édition.')
    : failed(`Hors des thématiques de cette édition : ${LIST.format(foreign)}.`);
}

/**
 * A project acts partly outside whether one territory of its own straddles the border or several lie on both sides:
 * an EPT and the list of its communes get the same answer.
 */
function judgeTerritories({ territories }: Project): Judgement {
  if (territories.length === 0) return passed('Le territoire d’action du projet est à préciser.');
  const outer = territories.filter(({ position }) => position !== 'INSIDE');
  if (outer.length === 0) return passed('Le projet agit dans le département.');
  const names = LIST.format(outer.map(({ name }) => name));
  return territories.every(({ position }) => position === 'OUTSIDE')
    ? failed(`Le projet agit hors du département : ${names}.`)
    : review(
        `Le projet agit en partie hors du département (${names}) : la part qui en relève est à vérifier.`,
      );
}

function passed(explanation: string): Judgement {
  return { outcome: 'PASSED', explanation };
}

function review(explanation: string): Judgement {
  return { outcome: 'REVIEW', explanation };
}

function failed(explanation: string): Judgement {
  return { outcome: 'FAILED', explanation };
}
