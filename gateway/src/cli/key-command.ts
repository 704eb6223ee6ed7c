import { parseArgs } from 'node:util';
import { parseId } from '@graphess/identifiers';
import { SettingsError } from '@graphess/subgraph-kit';
import {
  DEFAULT_OVERLAP_DAYS,
  KEY_BOUNDS,
  type KeyRequest,
  problemsOfKey,
  problemsOfOverlap,
} from '../access/api-key/check-new-api-key.ts';

/** A key as an operator names it: its id, or the beginning that lists show. */
export type KeyName = { readonly id: string } | { readonly prefix: string };

export type KeyCommand =
  | { readonly verb: 'create'; readonly request: KeyRequest }
  | { readonly verb: 'list'; readonly partner: string | null; readonly all: boolean }
  | { readonly verb: 'rotate'; readonly key: KeyName; readonly overlapDays: number }
  | { readonly verb: 'revoke'; readonly key: KeyName };

export const USAGE = `Usage :
  npm run keys -- create --partner "CRESS IDF" --scope statistics:read [--scope …] [--months 12] [--quota 300]
                         [--organization ORG:…] [--network 10.0.0.0/8 …]
  npm run keys -- list [--partner texte] [--all]
  npm run keys -- rotate <début ou identifiant> [--overlap 30]
  npm run keys -- revoke <début ou identifiant>`;

const OPTIONS = {
  partner: { type: 'string', multiple: true },
  scope: { type: 'string', multiple: true },
  network: { type: 'string', multiple: true },
  organization: { type: 'string', multiple: true },
  months: { type: 'string', multiple: true },
  quota: { type: 'string', multiple: true },
  overlap: { type: 'string', multiple: true },
  all: { type: 'boolean', multiple: true },
} as const;
type OptionName = keyof typeof OPTIONS;

const OPTIONS_OF: Readonly<Record<KeyCommand['verb'], readonly OptionName[]>> = {
  create: ['partner', 'scope', 'network', 'organization', 'months', 'quota'],
  list: ['partner', 'all'],
  rotate: ['overlap'],
  revoke: [],
};
const REPEATED: readonly OptionName[] = ['scope', 'network'];

/** Reads a command line. Throws SettingsError, in French, with all that is wrong in it. */
export function keyCommand(line: readonly string[], defaultQuota: number): KeyCommand {
  const { values, positionals } = parseArgs({
    args: [...line],
    options: OPTIONS,
    allowPositionals: true,
    // Strict parsing stops at the first thing that is wrong.
    strict: false,
  });
  const [verb, ...names] = positionals;
  if (!isVerb(verb)) {
    throw new SettingsError(verb === undefined ? USAGE : `La commande « ${verb} » n’existe pas.\n\n${USAGE}`);
  }
  const given = values as Readonly<Record<string, (string | boolean)[] | boolean | undefined>>;
  const takesName = verb === 'rotate' || verb === 'revoke';
  const problems = problemsOfOptions(verb, given);
  if (takesName ? names.length !== 1 : names.length > 0) {
    problems.push(takesName ? 'une clé, et une seule, est attendue' : `« ${names.join(' ')} » est de trop`);
  }
  const text = (name: OptionName): string | null => {
    const [value] = [given[name] ?? []].flat();
    return typeof value === 'string' ? value : null;
  };
  const texts = (name: OptionName) => [given[name] ?? []].flat().filter((each) => typeof each === 'string');
  const whole = (name: OptionName, fallback: number) => {
    const value = text(name);
    if (value === null) return fallback;
    return /^-?\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  };

  const command = ((): KeyCommand | null => {
    if (verb === 'list') return { verb, partner: text('partner'), all: given['all'] !== undefined };
    if (verb === 'create') {
      const request = {
        partner: text('partner') ?? '',
        scopes: texts('scope'),
        organizationId: text('organization'),
        networks: texts('network'),
        months: whole('months', KEY_BOUNDS.months),
        quotaPerMinute: whole('quota', defaultQuota),
      };
      problems.push(...problemsOfKey(request).map(({ message }) => message));
      return { verb, request };
    }
    const key = names.length === 1 ? keyName(names[0] ?? '') : null;
    if (names.length === 1 && key === null) {
      problems.push(
        'une clé se désigne par son identifiant (KEY:…) ou par les 15 caractères que « list » montre, jamais par son secret',
      );
    }
    if (verb === 'revoke') return key && { verb, key };
    const overlapDays = whole('overlap', DEFAULT_OVERLAP_DAYS);
    problems.push(...problemsOfOverlap(overlapDays).map(({ message }) => message));
    return key && { verb, key, overlapDays };
  })();
  if (command === null || problems.length > 0) {
    const told = problems.map((each) => `  - ${each}`).join('\n');
    throw new SettingsError(`La commande est incorrecte :\n${told}\n\n${USAGE}`);
  }
  return command;
}

function problemsOfOptions(
  verb: KeyCommand['verb'],
  given: Readonly<Record<string, (string | boolean)[] | boolean | undefined>>,
): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (!isOption(name) || !OPTIONS_OF[verb].includes(name))
      return [`« ${verb} » n’a pas d’option --${name}`];
    const all = [value].flat();
    const isText = OPTIONS[name].type === 'string';
    if (isText && all.some((each) => typeof each !== 'string' || each.startsWith('--')))
      return [`--${name} attend une valeur`];
    if (!isText && all.some((each) => typeof each === 'string')) return [`--${name} n’attend pas de valeur`];
    if (all.length > 1 && !REPEATED.includes(name)) return [`--${name} ne se donne qu’une fois`];
    return [];
  });
}

function keyName(text: string): KeyName | null {
  if (parseId(text)?.prefix === 'KEY') return { id: text };
  return /^ess_(live|test)_[0-9A-Za-z]{6}$/.test(text) ? { prefix: text } : null;
}

function isVerb(text: string | undefined): text is KeyCommand['verb'] {
  return text !== undefined && Object.hasOwn(OPTIONS_OF, text);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}
