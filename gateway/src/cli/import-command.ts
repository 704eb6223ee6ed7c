import { parseArgs } from 'node:util';
import type { ImportKind as ObservatoryKind } from '@graphess/observatory/import';
import { isCalendarDay, SettingsError } from '@graphess/subgraph-kit';

/** What is read: a file of the observatory, or one of published grants. */
export type ImportKind = ObservatoryKind | 'scdl';

export type ImportCommand = {
  readonly kind: ImportKind;
  readonly path: string;
  readonly datasetCode: string;
  /** Name of the vintage. */
  readonly label: string;
  /** Day of the official geographic code that the file is written in. */
  readonly geographyDate: string;
  /** Under what name grants are kept. */
  readonly source: string;
  readonly dryRun: boolean;
  /** Where every line that is refused or put aside is written, null for nowhere. */
  readonly report: string | null;
};

export const USAGE = `Usage :
  npm run import -- flores    fichier [--dataset ESS-FLORES] [--label "…"] [--geography 2024-01-01]
  npm run import -- urssaf    fichier [--dataset ESS-URSSAF] [--label "…"] [--geography 2024-01-01]
  npm run import -- cells     fichier --dataset CODE         [--label "…"] [--geography 2024-01-01]
  npm run import -- sirene    fichier
  npm run import -- movements fichier
  npm run import -- scdl      fichier [--source "…"]
Toutes acceptent --dry-run (rien n’est écrit) et --report rapport.csv (chaque ligne refusée ou écartée).`;

type Option = 'dataset' | 'label' | 'geography' | 'source' | 'dry-run' | 'report';
const EVERY: readonly Option[] = ['dry-run', 'report'];
const STATISTICS: readonly Option[] = ['dataset', 'label', 'geography', ...EVERY];
const OPTIONS_OF: Readonly<Record<ImportKind, readonly Option[]>> = {
  flores: STATISTICS,
  urssaf: STATISTICS,
  cells: STATISTICS,
  sirene: EVERY,
  movements: EVERY,
  scdl: ['source', ...EVERY],
};
const DATASET_OF: Readonly<Partial<Record<ImportKind, string>>> = {
  flores: 'ESS-FLORES',
  urssaf: 'ESS-URSSAF',
};

/** Reads a command line. Throws SettingsError, in French, with all that is wrong in it. */
export function importCommand(line: readonly string[], today: string): ImportCommand {
  const { values, positionals } = parseArgs({
    args: [...line],
    options: {
      dataset: { type: 'string' },
      label: { type: 'string' },
      geography: { type: 'string' },
      report: { type: 'string' },
      source: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
    allowPositionals: true,
    // Strict parsing stops at the first thing that is wrong, and tells it in English.
    strict: false,
  });
  const [kind, path = '', ...rest] = positionals;
  if (!isKind(kind)) {
    throw new SettingsError(kind === undefined ? USAGE : `« ${kind} » ne s’importe pas.\n\n${USAGE}`);
  }
  const problems: string[] = [];
  if (path === '') problems.push('le fichier à lire manque');
  if (rest.length > 0) problems.push(`« ${rest.join(' ')} » est de trop`);
  for (const [name, value] of Object.entries(values)) {
    if (!OPTIONS_OF[kind].some((option) => option === name))
      problems.push(`« ${kind} » n’a pas d’option --${name}`);
    else if (name === 'dry-run' ? value !== true : typeof value !== 'string' || value.startsWith('--')) {
      problems.push(name === 'dry-run' ? '--dry-run n’attend pas de valeur' : `--${name} attend une valeur`);
    }
  }
  const text = (name: Option): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() : null;
  };
  const datasetCode = text('dataset') ?? DATASET_OF[kind] ?? '';
  if (datasetCode === '' && OPTIONS_OF[kind].includes('dataset')) problems.push('--dataset manque');
  const geographyDate = text('geography') ?? `${today.slice(0, 4)}-01-01`;
  if (!isCalendarDay(geographyDate)) problems.push('--geography attend un jour, par exemple 2024-01-01');
  if (problems.length > 0) {
    const told = problems.map((each) => `  - ${each}`).join('\n');
    throw new SettingsError(`La commande est incorrecte :\n${told}\n\n${USAGE}`);
  }
  return {
    kind,
    path,
    datasetCode,
    label: text('label') ?? path.replace(/^.*[/\\]/, ''),
    source: text('source') ?? path.replace(/^.*[/\\]/, ''),
    geographyDate,
    dryRun: values['dry-run'] === true,
    report: text('report'),
  };
}

function isKind(text: string | undefined): text is ImportKind {
  return text !== undefined && Object.hasOwn(OPTIONS_OF, text);
}
