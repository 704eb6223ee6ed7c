import type { Job } from '@graphess/subgraph-kit';
import { purgePersonalData } from './purge-personal-data.ts';
import { sweepFiles } from './sweep-files.ts';

/** Takes out personal data whose time is over, every night. */
export const purgeEveryNight: Job = {
  name: 'purge-personal-data',
  schedule: '20 3 * * *',
  async handler({ db, storage, now, id }) {
    await purgePersonalData({ db, storage, now }, { dryRun: false, requestId: id });
  },
};

const ONE_DAY_MS = 24 * 3_600_000;

/** Removes files that nothing leads to, every night. Files are dated by the machine: its clock says how old they are. */
export const sweepEveryNight: Job = {
  name: 'sweep-files',
  schedule: '50 3 * * *',
  async handler({ db, storage }) {
    await sweepFiles(db, storage, new Date(Date.now() - ONE_DAY_MS));
  },
};
