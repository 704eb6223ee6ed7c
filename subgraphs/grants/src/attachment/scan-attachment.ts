import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import type { FileStorage } from '@graphess/subgraph-kit';
import { keyOfAttachment } from './attachment.queries.ts';
import { AttachmentScan } from './attachment-kind.ts';

const SCANNING_MS = 60_000;

/**
 * What the antivirus of the operator says of an attachment: a command that reads a file on its
 * standard input and ends with 0 when it is clean, 1 when it is infected, as `clamdscan -` does. Without a command, and when
 * it fails, the attachment is not scanned, and said to be so.
 */
export async function scanAttachment(
  { storage, command: line }: { storage: FileStorage; command: string | undefined },
  id: string,
): Promise<AttachmentScan> {
  const [command, ...args] = (line ?? '').split(' ').filter((each) => each !== '');
  const content = command === undefined ? null : await storage.open(keyOfAttachment(id));
  if (command === undefined || content === null) return AttachmentScan.NOT_SCANNED;
  const scanner = spawn(command, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: SCANNING_MS });
  const ended = new Promise<number | null>((resolve) => {
    scanner.once('error', () => resolve(null));
    scanner.once('close', (code) => resolve(code));
  });
  // A scanner that has seen enough may stop reading.
  await pipeline(content, scanner.stdin).catch(() => {});
  const code = await ended;
  if (code === 0) return AttachmentScan.CLEAN;
  return code === 1 ? AttachmentScan.INFECTED : AttachmentScan.NOT_SCANNED;
}
