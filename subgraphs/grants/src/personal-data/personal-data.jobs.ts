import type { Job } from '@graphess/subgraph-kit';
import { purgePersonalData } from './purge-personal-data.ts';

/** Takes out personal data whose time is over, every night. */
export const purgeEveryNight: Job = {
  name: 'purge-personal-data',
  schedule: '20 3 * * *',
  async handler({ db, storage, now, id }) {
    await purgePersonalData({ db, storage, now }, { dryRun: false, requestId: id });
  },
};
