import { LocalPostgresError } from '@graphess/local-postgres';
import { SettingsError } from '@graphess/subgraph-kit';

/** Tells, in a French sentence, what the platform is doing. */
export type Progress = (sentence: string) => void;

/** Progress on standard error, with the seconds since the start, so that standard output stays for results. */
export function terminalProgress(): Progress {
  const startedAt = performance.now();
  return (sentence) => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',');
    process.stderr.write(`${seconds.padStart(5)} s  ${sentence}\n`);
  };
}

/** What to tell a person of a failure to start: one French sentence where the cause is known. */
export function explainFailure(error: unknown): string {
  if (error instanceof SettingsError || error instanceof LocalPostgresError) return error.message;
  if (!(error instanceof Error)) return 'Le démarrage a échoué pour une raison inconnue.';
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return portTaken('port' in error ? Number(error.port) : null);
  const databaseProblem =
    DATABASE_PROBLEMS[code] ?? (TIMED_OUT.test(error.message) ? UNREACHABLE : undefined);
  if (databaseProblem) return databaseProblem;
  return `Le démarrage a échoué : ${error.stack ?? error.message}`;
}

function portTaken(port: number | null): string {
  return `Le port ${port ?? 'demandé'} est déjà pris : arrêtez le programme qui l’utilise, ou choisissez-en un autre, par exemple PORT=${(port ?? 4000) + 100} npm start.`;
}

const UNREACHABLE =
  'La base de données ne répond pas : vérifiez que PostgreSQL est démarré et que DATABASE_URL donne la bonne adresse.';
/** The driver gives no code to a connection that it gave up. */
const TIMED_OUT = /^(timeout expired|timeout exceeded when trying to connect|Connection terminated)/;
const DATABASE_PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  '57P03': 'La base de données démarre ou s’arrête : réessayez dans un instant.',
  '53300':
    'La base de données n’accepte plus de connexion : augmentez max_connections, ou arrêtez d’autres programmes.',
  '28P01': 'La base de données refuse le mot de passe : corrigez DATABASE_URL.',
  '28000': 'La base de données refuse cet utilisateur : corrigez DATABASE_URL.',
  '3D000': 'La base de données n’existe pas : créez-la, ou corrigez le nom dans DATABASE_URL.',
  '42501':
    'L’utilisateur de DATABASE_URL n’a pas les droits nécessaires : il doit pouvoir créer des rôles, des schémas et des extensions.',
  '22023': 'Les rôles de la plateforme manquent dans la base de données : lancez d’abord npm run migrate.',
};
