import { collect, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';
import type { AddAttachmentInput } from './add-attachment.input.ts';

/** The largest attachment, in bytes. */
export const LONGEST_ATTACHMENT = 10_000_000;

/** What stands in the way of a file, before a byte of it is sent. */
export function problemsOfAttachment({
  fileName,
  bytes,
  sha256,
}: Pick<AddAttachmentInput, 'fileName' | 'bytes' | 'sha256'>): Problem[] {
  const isName =
    fileName.trim() !== '' && fileName.length <= 200 && !/[/\\]/.test(fileName) && !isUnprintable(fileName);
  return collect(
    !isName &&
      problem('FILE_NAME_MALFORMED', 'Un nom de fichier a de 1 à 200 caractères imprimables, sans dossier.', [
        'fileName',
      ]),
    bytes < 1 && problem('FILE_EMPTY', 'Le fichier est vide.', ['bytes']),
    bytes > LONGEST_ATTACHMENT && problem('FILE_TOO_LONG', 'Une pièce jointe a 10 Mo au plus.', ['bytes']),
    !/^[0-9a-f]{64}$/i.test(sha256) &&
      problem('HASH_MALFORMED', 'Une empreinte SHA-256 a 64 chiffres hexadécimaux.', ['sha256']),
  );
}
