import { type Problem, problem } from '@graphess/subgraph-kit';
import type { ExportFormat } from '../format/export-format.ts';
import { FORMATS } from '../format/formats.ts';
import type { AskedExport } from './check-export.ts';
import { TOTALS } from './export-query.ts';

/** `territoires` is for those who write addresses in French. */
const LISTS = { territories: 'territories', territoires: 'territories', indicators: 'indicators' } as const;
const SINGLE = ['from', 'to', 'asOf', 'isDemonstration', 'dialecte'] as const;
/** The parameters that an address may have. */
export const PARAMETERS = [...Object.keys(LISTS), 'dimensions', ...SINGLE];
const DIALECTS = { 'rfc-4180': 'RFC_4180', 'excel-fr': 'EXCEL_FR' } as const;

export type ReadAddress = {
  asked: AskedExport;
  /** Whether an invented dataset is wanted; null when the address does not say. */
  isDemonstration: boolean | null;
  problems: Problem[];
};

/**
 * Reads the address of a file: `ESS-FLORES.csv` and its parameters, the filters of the graph under their names. Null when
 * its end names no format. Problems are those of writing alone: see `problemsOfExport` for the rest.
 */
export function readAddress(file: string, parameters: URLSearchParams): ReadAddress | null {
  const dot = file.indexOf('.');
  const format = dot < 0 ? null : formatOfExtension(file.slice(dot + 1));
  if (format === null) return null;
  const problems: Problem[] = [];
  const unknown = [...new Set(parameters.keys())].filter((name) => !PARAMETERS.includes(name));
  if (unknown.length > 0)
    problems.push(problem('PARAMETER_UNKNOWN', `Les paramètres sont ${PARAMETERS.join(', ')}.`, null));
  const single = (name: (typeof SINGLE)[number]): string | null => {
    const values = parameters.getAll(name);
    if (values.length > 1)
      problems.push(problem('PARAMETER_TWICE', `« ${name} » se donne une fois.`, [name]));
    return values[0] ?? null;
  };
  const whole = (name: 'from' | 'to'): number | null => {
    const text = single(name);
    if (text === null || /^\d{4}$/.test(text)) return text === null ? null : Number(text);
    problems.push(problem('YEAR_MALFORMED', 'Une année a quatre chiffres.', [name]));
    return null;
  };
  const choice = <Value>(
    name: 'isDemonstration' | 'dialecte',
    values: Readonly<Record<string, Value>>,
  ): Value | null => {
    const text = single(name);
    if (text === null) return null;
    if (Object.hasOwn(values, text)) return values[text] ?? null;
    problems.push(
      problem('PARAMETER_MALFORMED', `« ${name} » vaut ${Object.keys(values).join(' ou ')}.`, [name]),
    );
    return null;
  };
  const list = (name: 'territories' | 'indicators'): string[] | null => {
    const given = Object.entries(LISTS).flatMap(([alias, of]) =>
      of === name ? parameters.getAll(alias) : [],
    );
    return given.length === 0 ? null : given.flatMap((text) => text.split(',')).map((text) => text.trim());
  };
  const asked: AskedExport = {
    datasetCode: file.slice(0, dot),
    format,
    dialect: choice('dialecte', DIALECTS) ?? 'RFC_4180',
    territories: list('territories'),
    indicators: list('indicators'),
    dimensions: dimensionsOf(parameters.getAll('dimensions')),
    from: whole('from'),
    to: whole('to'),
    asOf: single('asOf'),
  };
  return { asked, isDemonstration: choice('isDemonstration', { true: true, false: false }), problems };
}

function formatOfExtension(extension: string): ExportFormat | null {
  const found = Object.entries(FORMATS).find(([, writer]) => writer.extension === extension);
  return found === undefined ? null : (found[0] as ExportFormat);
}

/** `ESS_FAMILY:ASSOCIATION,COOPERATIVE`, or a dimension alone for all its codes; `TOTAL` for no dimension. */
function dimensionsOf(given: readonly string[]): AskedExport['dimensions'] {
  if (given.length === 0) return null;
  if (given.length === 1 && given[0] === TOTALS) return [];
  return given.map((text) => {
    const [dimension = '', codes] = text.split(':', 2);
    return { dimension, in: codes === undefined ? [] : codes.split(',') };
  });
}
