/** Codes of the indicators, in the order in which they are presented. */
export const INDICATOR_CODES = [
  'ESS_ESTABLISHMENTS',
  'ESS_JOBS',
  'ESS_ESTABLISHMENTS_SHARE',
  'ESS_JOBS_SHARE',
  'ESS_JOBS_PER_1000',
  'ESS_JOBS_RANK',
  'ESS_ESTABLISHMENTS_DEPARTMENT_SHARE',
  'ESS_JOBS_TOP5_SHARE',
  'ESS_ESTABLISHMENTS_TOP5_SHARE',
  'ASSOCIATIONS',
  'COOPERATIVES',
  'FOUNDATIONS',
  'ESS_PAYROLL',
  'ESS_FTE',
  'ESS_JOBS_GROWTH',
  'ESS_ESTABLISHMENTS_GROWTH',
  'PRIVATE_ESTABLISHMENTS',
  'PRIVATE_JOBS',
  'ESTABLISHMENTS',
  'JOBS',
  'PAYROLL',
] as const;
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

/** Indicators whose values add up over territories and details; every other one is computed from them. */
export const ADDITIVE_INDICATORS = [
  'ESS_ESTABLISHMENTS',
  'ESS_JOBS',
  'ESS_PAYROLL',
  'ESS_FTE',
  'ASSOCIATIONS',
  'COOPERATIVES',
  'FOUNDATIONS',
  'PRIVATE_ESTABLISHMENTS',
  'PRIVATE_JOBS',
  'ESTABLISHMENTS',
  'JOBS',
  'PAYROLL',
] as const satisfies readonly IndicatorCode[];

export function isAdditive(code: IndicatorCode): boolean {
  return (ADDITIVE_INDICATORS as readonly IndicatorCode[]).includes(code);
}

export function isIndicatorCode(code: string): code is IndicatorCode {
  return (INDICATOR_CODES as readonly string[]).includes(code);
}
