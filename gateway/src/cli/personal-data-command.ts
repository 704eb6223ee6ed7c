import { parseArgs } from 'node:util';
import type { PersonalDataCommand } from '@graphess/grants/personal-data';
import { SettingsError } from '@graphess/subgraph-kit';

const USAGE = `Usage :
  npm run personal-data -- purge  [--dry-run]                     ce dont le temps est passé
  npm run personal-data -- export [--subject ID] [--email ADRESSE] ce que l’on garde d’une personne, en JSON
  npm run personal-data -- erase  [--subject ID] [--email ADRESSE] l’efface`;

/** Reads a command line. Throws SettingsError, in French. */
export function personalDataCommand(line: readonly string[]): PersonalDataCommand {
  const { values, positionals } = parseArgs({
    args: [...line],
    options: { subject: { type: 'string' }, email: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    allowPositionals: true,
    // Strict parsing tells what is wrong in English.
    strict: false,
  });
  const [kind, ...rest] = positionals;
  const known = ['subject', 'email', 'dry-run'];
  if (rest.length > 0 || Object.keys(values).some((name) => !known.includes(name))) {
    throw new SettingsError(USAGE);
  }
  const subject = typeof values['subject'] === 'string' ? values['subject'] : null;
  const email = typeof values['email'] === 'string' ? values['email'] : null;
  const isTrial = values['dry-run'] === true;
  if (kind === 'purge' && subject === null && email === null) return { kind, dryRun: isTrial };
  if ((kind === 'export' || kind === 'erase') && !isTrial && (subject !== null || email !== null)) {
    return { kind, subject, email };
  }
  throw new SettingsError(USAGE);
}
