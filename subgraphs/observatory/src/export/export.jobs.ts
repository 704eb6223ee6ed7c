import type { Job } from '@graphess/subgraph-kit';
import { checkedExport } from './check-export.ts';
import { expireExports, failExport, finishExport, keyOfExport, startExport } from './export.queries.ts';
import { planFile, writeFile } from './export-file.ts';
import { storedExport } from './export-writer.ts';

/** More than the largest dataset makes in its longest format, and less than a disk. */
const LONGEST_FILE = 4_000_000_000;
const ONE_HOUR_SECONDS = 3_600;

/**
 * Makes the file of an export from its stored query, and of nothing else. A run that starts over writes the same bytes
 * under the same key.
 */
export const makeExport: Job = {
  name: 'make-export',
  expireInSeconds: ONE_HOUR_SECONDS,
  async handler({ data, db, storage, now, signal }) {
    const id = String(data['id']);
    const address = await startExport(db, id);
    if (address === null) return;
    const plan = await planFile(db, checkedExport(storedExport(address)));
    if (!('writer' in plan)) throw new TypeError('The query of an export was checked when it was stored');
    const { head, bytes } = await writeFile(db, plan, signal);
    const file = await storage.put(keyOfExport(id), bytes, { maxBytes: LONGEST_FILE, signal });
    await finishExport(db, id, { ...file, rowCount: head.rowCount, secrets: plan.state.secrets, now });
  },
  onFailed: ({ data, db }) => failExport(db, String(data['id'])),
};

/** Removes the files that are kept no more, every hour: those that are old, and those that show what was hidden since. */
export const pruneExports: Job = {
  name: 'prune-exports',
  schedule: '20 * * * *',
  async handler({ db, storage, now }) {
    for (const id of await expireExports(db, now)) await storage.remove(keyOfExport(id));
    await storage.sweep(new Date(Date.now() - 24 * ONE_HOUR_SECONDS * 1_000));
  },
};
