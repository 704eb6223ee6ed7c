import { rnaArgument, siretArgument, territoryArgument } from '@graphess/reference';
import { BadInput, type Context } from '@graphess/subgraph-kit';
import { callById } from '../call/call.queries.ts';
import {
  eligibilityRulesOfCall,
  eligibilityTermsOfCall,
  type PlacedTerritory,
  territoriesAgainst,
  themesNamed,
} from './eligibility.queries.ts';
import { JUDGES, type Project, verdictOf } from './eligibility.rules.ts';
import type { EligibilityInput, EligibilityResult } from './eligibility.type.ts';
import { isLegalCategory } from './legal-form.rules.ts';

/**
 * Compares a project with the rules of an edition. Throws BadInput on a malformed value, and on an edition, a territory
 * or a theme that does not exist.
 */
export async function checkEligibility(ctx: Context, input: EligibilityInput): Promise<EligibilityResult> {
  checkForms(input);
  const callId = `CALL:${input.edition}`;
  const [call, terms, rules] = await Promise.all([
    callById(ctx).load(callId),
    eligibilityTermsOfCall(ctx).load(callId),
    eligibilityRulesOfCall(ctx).load(callId),
  ]);
  if (call === null) {
    throw new BadInput('input.edition', `L’édition ${input.edition} de l’appel à projets n’existe pas.`);
  }
  if (terms === null) {
    throw new BadInput('input.edition', `Les règles de l’édition ${input.edition} ne sont pas connues.`);
  }
  const project: Project = {
    legalForm: input.legalForm,
    isEsus: input.isEsus ?? null,
    requestedCents: input.requestedCents,
    themes: await themesOf(ctx, input.themeCodes, callId),
    territories: await territoriesOf(ctx, input.actionTerritories, terms.actionWithin),
  };
  const judged = rules.map((rule) => ({
    rule,
    ...JUDGES[rule.code](project, { openTo: terms.openTo, maxPerProjectCents: call.maxPerProjectCents }),
  }));
  return {
    verdict: verdictOf(judged.map(({ outcome }) => outcome)),
    reasons: judged.map(({ rule, outcome, explanation }) => ({
      rule,
      explanation,
      passed: outcome === 'PASSED',
    })),
    rulesVersion: terms.version,
  };
}

function checkForms({ siret, rna, legalForm, requestedCents, actionTerritories }: EligibilityInput): void {
  if (siret !== null && siret !== undefined) siretArgument('input.siret', siret);
  if (rna !== null && rna !== undefined) rnaArgument('input.rna', rna);
  if (!isLegalCategory(legalForm)) {
    throw new BadInput('input.legalForm', 'La catégorie juridique a quatre chiffres, par exemple 9220.');
  }
  if (requestedCents <= 0) {
    throw new BadInput('input.requestedCents', 'Le montant demandé doit être supérieur à zéro.');
  }
  for (const territory of actionTerritories) territoryArgument('input.actionTerritories', territory);
}

async function themesOf(
  { db }: Context,
  codes: readonly string[],
  callId: string,
): Promise<Project['themes']> {
  const themes = codes.length === 0 ? [] : await themesNamed(db, codes);
  const known = new Set(themes.map(({ code }) => code));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown !== undefined) {
    throw new BadInput('input.themeCodes', `Aucune édition n’a de thématique « ${unknown} ».`);
  }
  return themes.map(({ label, callIds }) => ({ label, ofThisEdition: callIds.includes(callId) }));
}

async function territoriesOf(
  { db }: Context,
  ids: readonly string[],
  area: string,
): Promise<PlacedTerritory[]> {
  const territories = ids.length === 0 ? [] : await territoriesAgainst(db, area, ids);
  const known = new Set(territories.map(({ asked }) => asked));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw new BadInput('input.actionTerritories', `Le territoire « ${unknown} » n’existe pas.`);
  }
  // Two codes may lead to one territory.
  return [...new Map(territories.map((territory) => [territory.id, territory])).values()];
}
