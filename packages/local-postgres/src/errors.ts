/** Refusal of the local PostgreSQL: `message` is one French sentence saying what happened and what to do. */
export class LocalPostgresError extends Error {
  override readonly name = 'LocalPostgresError';
}

/** From the most certain to the most general: the first that some line of the output matches is told. */
const CAUSES: ReadonlyArray<readonly [pattern: RegExp, advice: string]> = [
  [/no space left|ENOSPC|disk quota|EDQUOT/i, 'le disque est plein ; libérez de la place, puis relancez'],
  [
    /cannot allocate memory|ENOMEM|out of memory|could not create semaphores/i,
    'la mémoire manque ; fermez d’autres programmes, puis relancez',
  ],
  [
    /^spawn |shared libraries|GLIBC|exec format/i,
    'ses programmes ne s’exécutent pas sur ce système ; relancez « npm ci », ou indiquez votre serveur dans DATABASE_URL',
  ],
  [
    /password authentication failed/i,
    'le mot de passe gardé dans ce dossier n’est plus celui de la base ; remettez l’ancien fichier « password », ou supprimez le dossier pour repartir d’une base vide',
  ],
  [
    /lock file ".*" already exists|pre-existing shared memory block/i,
    'un autre serveur utilise déjà ces données ; arrêtez-le, puis relancez',
  ],
  [
    /could not create any TCP\/IP sockets|address already in use/i,
    'le port est déjà pris ; arrêtez le programme qui l’occupe, puis relancez',
  ],
  [
    /EACCES|EPERM|EROFS|ENOTDIR|EEXIST|permission denied|read-only file system|wrong ownership/i,
    'ce dossier ne peut pas être lu ou écrit ; rendez-le accessible au compte qui lance la plateforme, ou changez de dossier',
  ],
  [
    /configuration file ".*" contains errors|unrecognized configuration parameter/i,
    'un réglage est faux ; corrigez le fichier postgresql.conf de ce dossier, puis relancez',
  ],
  [
    /checkpoint record|pg_control|control file|WAL|checksum|corrupt|invalid (page|magic|data)|status of transaction|could not (open|read|access|find)|does not exist|missing|bogus data|ENOTEMPTY/i,
    'les données sont abîmées ; restaurez une sauvegarde de ce dossier, ou supprimez-le pour repartir d’une base vide',
  ],
];

const UNKNOWN_CAUSE =
  'la raison n’est pas reconnue ; lisez le message, ou indiquez votre serveur dans DATABASE_URL';

/**
 * The readable form of a failure.
 * @param failure what could not be done, after « PostgreSQL local », e.g. `n’a pas pu démarrer`
 * @param folder the folder concerned
 * @param detail raw output of a program, part of a log, or a system error message
 */
export function explainFailure(failure: string, folder: string, detail: string): LocalPostgresError {
  const lines = meaningfulLines(detail);
  let [line, advice] = [lines.at(-1), UNKNOWN_CAUSE];
  for (const [pattern, known] of CAUSES) {
    const telling = lines.findLast((each) => pattern.test(each));
    if (telling === undefined) continue;
    [line, advice] = [telling, known];
    break;
  }
  const quoted = line === undefined ? 'aucun message' : `dernier message : « ${line} »`;
  return new LocalPostgresError(`PostgreSQL local ${failure} (${folder}) : ${advice} (${quoted}).`);
}

/** Runs `work`; a system error (disk full, folder not writable…) becomes a readable refusal about `folder`. */
export async function withReadableErrors<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw explainFailure('n’a pas pu utiliser son dossier', folder, error.message);
    }
    throw error;
  }
}

const LINE_PREFIX = /^.*?\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] /;
const SEVERE = /^(FATAL|PANIC):/;
const FAILURE =
  /^(FATAL|PANIC|ERROR):|: (error|fatal):|could not|not permitted|shared libraries|^spawn |^E[A-Z]+:/;

/** The lines that tell of a failure, the most severe last, without PostgreSQL's time and process. */
function meaningfulLines(output: string): string[] {
  const lines = output
    .split('\n')
    .map((line) => line.replace(LINE_PREFIX, '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const failures = lines.filter((line) => FAILURE.test(line));
  if (failures.length === 0) return lines.slice(-1);
  return [...failures.filter((line) => !SEVERE.test(line)), ...failures.filter((line) => SEVERE.test(line))];
}
