import { lchown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, runProgram } from './run.ts';

const EXISTING = ['postgres', 'nobody'];
const CREATED = 'graphess';

/**
 * The accounts under which root may run PostgreSQL, which refuses to run as root: existing ones first; one is
 * created only when the caller asks for more.
 */
export async function* unprivilegedAccounts(): AsyncGenerator<Account> {
  for (const name of EXISTING) {
    const account = await accountNamed(name);
    if (account !== undefined) yield account;
  }
  if ((await accountNamed(CREATED)) === undefined) {
    await runProgram('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', CREATED]);
  }
  const created = await accountNamed(CREATED);
  if (created !== undefined) yield created;
}

/** The account that owns a file or folder; undefined when root does. */
export async function ownerOf(path: string): Promise<Account | undefined> {
  const { uid, gid } = await lstat(path);
  return uid === 0 ? undefined : { name: `uid ${uid}`, uid: uid | 0, gid: gid | 0 };
}

/** Gives a folder and all it holds to an account, following no link. */
export async function giveTree(path: string, account: Account): Promise<void> {
  await lchown(path, account.uid, account.gid);
  if (!(await lstat(path)).isDirectory()) return;
  for (const name of await readdir(path)) await giveTree(join(path, name), account);
}

async function accountNamed(name: string): Promise<Account | undefined> {
  const user = await runProgram('id', ['-u', name]);
  const group = await runProgram('id', ['-g', name]);
  // `| 0`: macOS numbers nobody -2, which some systems print as 4294967294.
  const [uid, gid] = [Number(user.output) | 0, Number(group.output) | 0];
  return user.code === 0 && group.code === 0 && uid !== 0 ? { name, uid, gid } : undefined;
}
