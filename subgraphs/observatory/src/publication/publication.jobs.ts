import type { Job } from '@graphess/subgraph-kit';
import { nameInFile } from '../import/cells.layout.ts';
import { territoriesElsewhere } from '../import/elsewhere.queries.ts';
import { AGGREGATES, type FileLayout } from '../import/file-layouts.ts';
import type { Header } from '../import/header.ts';
import { readFile } from '../import/read-file.ts';
import { openUpload } from '../upload/open-upload.ts';
import { failPublication, finishPublication, startPublication, tellProgress } from './publication.queries.ts';
import { type PublicationProgress, publishFile } from './publish-file.ts';
import { secrecyReaderOf } from './secrecy-settings.ts';

const FOUR_HOURS_SECONDS = 4 * 3_600;
const TELL_MS = 500;

/**
 * Publishes the file of an upload. What came of it is written with the vintage: a run that starts over after that finds
 * that there is nothing left to do.
 */
export const publishUpload: Job = {
  name: 'publish-upload',
  expireInSeconds: FOUR_HOURS_SECONDS,
  retryLimit: 2,
  async handler({ data, db, storage, now, signal }) {
    const id = String(data['id']);
    const asked = await startPublication(db, id);
    if (asked === null) return;
    const upload = await openUpload({ db, storage }, asked.uploadId, { subject: asked.actor });
    if (upload === null) return finishPublication(db, id, { kind: 'UNKNOWN_UPLOAD' }, now);
    let layout: FileLayout | null = null;
    let header: Header | null = null;
    const items = readFile(upload.stream, {
      fileName: upload.fileName,
      signal,
      elsewhere: await territoriesElsewhere(db),
      onLayout: (found, written) => {
        layout = found;
        header = written;
      },
    });
    const { datasetCode, label, geographyDate, isDryRun, reason, actorKind, actor, requestId } = asked;
    try {
      const result = await publishFile(db, {
        datasetCode,
        label,
        geographyDate,
        items,
        fileHash: () => upload.sha256,
        aggregates: () => layout !== null && AGGREGATES[layout],
        columnName: (column) => nameInFile(header, column),
        dryRun: isDryRun,
        reason,
        onProgress: seldom((progress) =>
          tellProgress(db, id, progress.stage, shareOf(progress, upload.bytes)),
        ),
        actor: { kind: actorKind, subject: actor, requestId },
        now,
        reader: secrecyReaderOf(db),
        signal,
        onPublished: (tx, published) => finishPublication(tx, id, published, now),
      });
      if (result.kind !== 'PUBLISHED' || isDryRun) await finishPublication(db, id, result, now);
    } finally {
      upload.stream.destroy();
    }
  },
  onFailed: ({ data, db, now }) => failPublication(db, String(data['id']), now),
};

/** Forgets, every night, what publications of three months ago came to: the vintages, their audits and the journal stay. */
export const prunePublications: Job = {
  name: 'prune-publications',
  schedule: '40 3 * * *',
  async handler({ db, now }) {
    await db.query(`DELETE FROM publication WHERE asked_at < $1::timestamptz - interval '90 days'`, [now]);
  },
};

function shareOf({ stage, done, total }: PublicationProgress, bytes: number): number | null {
  const whole = stage === 'READING' ? bytes : total;
  return whole === null || whole === 0 ? null : Math.min(1, done / whole);
}

/** Tells at most twice a second, and waits for nobody: that it could not be told does not matter. */
function seldom(
  tell: (progress: PublicationProgress) => Promise<void>,
): (progress: PublicationProgress) => void {
  let next = 0;
  let stage: string | null = null;
  return (progress) => {
    const now = performance.now();
    if (now < next && progress.stage === stage) return;
    next = now + TELL_MS;
    stage = progress.stage;
    tell(progress).catch(() => {});
  };
}
