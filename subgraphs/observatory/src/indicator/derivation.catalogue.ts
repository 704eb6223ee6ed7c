import type { IndicatorCode } from './indicator.code.ts';

/** How an indicator is computed when a published file gives its inputs: the formula, and what each role is called. */
export type Derivation = { readonly formula: string; readonly roles: Readonly<Record<string, string>> };

/** Indicators that are computed, each from sums of one dataset and one year: never from an average of shares. */
export const DERIVATIONS: Partial<Readonly<Record<IndicatorCode, Derivation>>> = {
  ESS_ESTABLISHMENTS_SHARE: {
    formula: 'établissements de l’ESS ÷ établissements de l’économie privée, ESS comprise',
    roles: {
      NUMERATOR: 'Établissements de l’ESS du territoire',
      DENOMINATOR: 'Établissements de l’économie privée du territoire, ESS comprise',
    },
  },
  ESS_JOBS_SHARE: {
    formula: 'emplois de l’ESS ÷ emplois de l’économie privée, ESS comprise',
    roles: {
      NUMERATOR: 'Emplois de l’ESS du territoire',
      DENOMINATOR: 'Emplois de l’économie privée du territoire, ESS comprise',
    },
  },
  ESS_JOBS_PER_1000: {
    formula: 'emplois de l’ESS × 1 000 ÷ population municipale',
    roles: { NUMERATOR: 'Emplois de l’ESS du territoire', POPULATION: 'Population municipale du territoire' },
  },
  ESS_JOBS_RANK: {
    formula:
      '1 + nombre de communes du département qui ont plus d’emplois de l’ESS, parmi celles dont la valeur est publiée',
    roles: {
      OWN: 'Emplois de l’ESS de la commune',
      AHEAD: 'Communes du département qui en ont davantage, parmi celles dont la valeur est publiée',
    },
  },
  ESS_ESTABLISHMENTS_DEPARTMENT_SHARE: {
    formula: 'établissements de l’ESS du territoire ÷ établissements de l’ESS du département',
    roles: {
      NUMERATOR: 'Établissements de l’ESS du territoire',
      DENOMINATOR: 'Établissements de l’ESS du département',
    },
  },
  ESS_JOBS_TOP5_SHARE: {
    formula:
      'somme des emplois de l’ESS des cinq communes qui en ont le plus ÷ emplois de l’ESS du territoire',
    roles: {
      TOP: 'Emplois de l’ESS d’une des cinq premières communes',
      DENOMINATOR: 'Emplois de l’ESS du territoire',
    },
  },
  ESS_ESTABLISHMENTS_TOP5_SHARE: {
    formula:
      'somme des établissements de l’ESS des cinq communes qui en ont le plus ÷ établissements de l’ESS du territoire',
    roles: {
      TOP: 'Établissements de l’ESS d’une des cinq premières communes',
      DENOMINATOR: 'Établissements de l’ESS du territoire',
    },
  },
  ESS_JOBS_GROWTH: {
    formula: 'emplois de l’ESS de l’année ÷ emplois de l’ESS de l’année précédente − 1',
    roles: {
      CURRENT: 'Emplois de l’ESS de l’année',
      PREVIOUS: 'Emplois de l’ESS de l’année précédente',
    },
  },
  ESS_ESTABLISHMENTS_GROWTH: {
    formula: 'établissements de l’ESS de l’année ÷ établissements de l’ESS de l’année précédente − 1',
    roles: {
      CURRENT: 'Établissements de l’ESS de l’année',
      PREVIOUS: 'Établissements de l’ESS de l’année précédente',
    },
  },
};

/** The formula of an indicator and the names of its inputs, null for one that is not computed. */
export function derivationOf(code: IndicatorCode): Derivation | null {
  return DERIVATIONS[code] ?? null;
}
