import type { Job } from '@graphess/subgraph-kit';
import { deleteForgotten, keyOfAttachment } from './attachment.queries.ts';

/** Removes attachments whose file never came, every hour. */
export const pruneAttachments: Job = {
  name: 'prune-attachments',
  schedule: '25 * * * *',
  async handler({ db, storage, now }) {
    for (const id of await deleteForgotten(db, now)) await storage.remove(keyOfAttachment(id));
  },
};
