import type { Job } from '@graphess/subgraph-kit';
import { deleteOldUploads, keyOfUpload } from './upload.queries.ts';

/** Removes uploads that are kept no more, every hour. */
export const pruneUploads: Job = {
  name: 'prune-uploads',
  schedule: '40 * * * *',
  async handler({ db, storage, now }) {
    for (const id of await deleteOldUploads(db, now)) await storage.remove(keyOfUpload(id));
  },
};
