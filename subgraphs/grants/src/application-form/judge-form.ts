import type { Context, Problem } from '@graphess/subgraph-kit';
import { problem } from '@graphess/subgraph-kit';
import { callById } from '../call/call.queries.ts';
import {
  eligibilityRulesOfCall,
  eligibilityTermsOfCall,
  type KnownTheme,
  type PlacedTerritory,
  territoriesAgainst,
  themesNamed,
} from '../eligibility/eligibility.queries.ts';
import { JUDGES, type Project, verdictOf } from '../eligibility/eligibility.rules.ts';
import type { RuleCode } from '../eligibility/eligibility-rule.entity.ts';
import { isLegalCategory } from '../eligibility/legal-form.rules.ts';
import type { ApplicationForm } from './application-form.type.ts';
import { problemsOfForm } from './form.rules.ts';

export type JudgedForm = {
  /** What is written wrong, however unfinished the form. */
  malformed: Problem[];
  /** The rules of the edition that the form does not pass. */
  failed: Problem[];
  /** What an agent has to look at: the explanations of the rules that could not decide. */
  toCheck: string[];
  verdict: 'ELIGIBLE' | 'INELIGIBLE' | 'NEEDS_REVIEW';
  rulesVersion: string;
  /** The codes that exist, under the ids that they lead to. */
  themes: string[];
  territories: string[];
};

/** Where a rule that fails is to be corrected. */
const FAILURES: Readonly<Record<RuleCode, { code: string; path: readonly string[] }>> = {
  LEGAL_FORM: { code: 'LEGAL_FORM_INELIGIBLE', path: ['form', 'structure', 'legalForm'] },
  REQUESTED_AMOUNT: { code: 'AMOUNT_ABOVE_CEILING', path: ['form', 'project', 'requestedCents'] },
  THEMES: { code: 'THEME_INELIGIBLE', path: ['form', 'themes'] },
  ACTION_TERRITORY: { code: 'TERRITORY_OUTSIDE', path: ['form', 'project', 'territories'] },
};

/** Holds a form against the rules of its edition, as `checkEligibility` would. `ctx.db` may be a transaction. */
export async function judgeForm(ctx: Context, callId: string, form: ApplicationForm): Promise<JudgedForm> {
  const call = await callById(ctx).load(callId);
  const terms = await eligibilityTermsOfCall(ctx).load(callId);
  const rules = await eligibilityRulesOfCall(ctx).load(callId);
  const codes = form.themes ?? [];
  const named = codes.length === 0 ? [] : await themesNamed(ctx.db, codes);
  const themes = named.filter(({ callIds }) => callIds.includes(callId));
  const places = await placesOf(ctx, form, terms?.actionWithin ?? '');
  const project = projectOf(form, themes, places);
  const judged = rules
    // What is not filled in is told as missing: it neither passes nor fails.
    .filter(({ code }) => isFilledIn(code, project))
    .map(({ code }) => ({
      code,
      ...JUDGES[code](project, {
        openTo: terms?.openTo ?? 'ASSOCIATIONS',
        maxPerProjectCents: call?.maxPerProjectCents ?? null,
      }),
    }));
  return {
    malformed: problemsOfForm(form, {
      themes: new Set(themes.map(({ code }) => code)),
      territories: new Set(places.map(({ asked }) => asked)),
    }),
    failed: judged
      .filter(({ outcome }) => outcome === 'FAILED')
      .map(({ code, explanation }) => problem(FAILURES[code].code, explanation, FAILURES[code].path)),
    toCheck: judged.filter(({ outcome }) => outcome === 'REVIEW').map(({ explanation }) => explanation),
    verdict: verdictOf(judged.map(({ outcome }) => outcome)),
    rulesVersion: terms?.version ?? '',
    themes: [...new Set(themes.map(({ code }) => code))],
    territories: [...new Set(places.map(({ id }) => id))],
  };
}

async function placesOf({ db }: Context, form: ApplicationForm, area: string): Promise<PlacedTerritory[]> {
  const codes = form.project?.territories ?? [];
  return codes.length === 0 ? [] : territoriesAgainst(db, area, codes);
}

function projectOf(
  { structure, project }: ApplicationForm,
  themes: readonly KnownTheme[],
  places: readonly PlacedTerritory[],
): Project {
  return {
    legalForm: structure?.legalForm ?? '',
    isEsus: structure?.isEsus ?? null,
    requestedCents: project?.requestedCents ?? 0,
    themes: themes.map(({ label }) => ({ label, ofThisEdition: true })),
    // Two codes may lead to one territory.
    territories: [...new Map(places.map((place) => [place.id, place])).values()],
  };
}

function isFilledIn(code: RuleCode, { legalForm, requestedCents }: Project): boolean {
  if (code === 'LEGAL_FORM') return isLegalCategory(legalForm);
  return code !== 'REQUESTED_AMOUNT' || requestedCents > 0;
}
