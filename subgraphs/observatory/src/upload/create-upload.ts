import { randomUUID } from 'node:crypto';
import {
  attemptOf,
  ConflictError,
  type Context,
  collect,
  idempotencyKeyProblems,
  isUnprintable,
  keyAlreadyUsed,
  newSignature,
  once,
  type Problem,
  problem,
  routeUrl,
  ValidationError,
} from '@graphess/subgraph-kit';
import type { CreateUploadInput } from './create-upload.input.ts';
import { Upload } from './upload.entity.ts';
import { findUpload, insertUpload, openUploads, signUpload } from './upload.queries.ts';
import { LONGEST_UPLOAD, MOST_OPEN } from './upload-limits.ts';

/** Opens an upload for whoever asks. Asked again, the same upload has a new address: a signature is shown once. */
export async function createUpload(
  ctx: Context,
  input: CreateUploadInput,
): Promise<Upload | ValidationError | ConflictError> {
  const problems = problemsOfUpload(input);
  if (problems.length > 0) return ValidationError.of(problems);
  const owner = ctx.viewer.subject ?? '';
  return ctx.db.transaction(async (tx) => {
    const done = await once(tx, attemptOf(ctx, 'createUpload', input), async () => {
      if ((await openUploads(tx, owner, ctx.now)) >= MOST_OPEN) return { id: null };
      const id = randomUUID();
      const { fileName, bytes, sha256 } = input;
      await insertUpload(tx, { id, owner, fileName, bytes, sha256: sha256.toLowerCase(), now: ctx.now });
      return { id };
    });
    if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
    const found = done.result.id === null ? null : await findUpload(tx, done.result.id);
    if (found === null) {
      return done.result.id === null
        ? tooMany()
        : ConflictError.of('Cet envoi n’est plus gardé : recommencez avec une autre clé de reprise.');
    }
    const { signature, hash } = newSignature();
    await signUpload(tx, found.id, hash);
    const address = routeUrl('observatory', { path: `/uploads/${found.id}` });
    return Object.assign(new Upload(), {
      ...found,
      bytes: String(found.bytes),
      url: `${ctx.publicUrl}${address}?signature=${signature}`,
    });
  });
}

function problemsOfUpload({ fileName, bytes, sha256, idempotencyKey }: CreateUploadInput): Problem[] {
  const isName =
    fileName.trim() !== '' && fileName.length <= 200 && !/[/\\]/.test(fileName) && !isUnprintable(fileName);
  return collect(
    ...idempotencyKeyProblems(idempotencyKey),
    !isName &&
      problem('FILE_NAME_MALFORMED', 'Un nom de fichier a de 1 à 200 caractères imprimables, sans dossier.', [
        'fileName',
      ]),
    bytes < 1 && problem('FILE_EMPTY', 'Le fichier est vide.', ['bytes']),
    bytes > LONGEST_UPLOAD &&
      problem(
        'FILE_TOO_LONG',
        'Un envoi a 200 Mo au plus. Un fichier plus long se confie à l’exploitant, qui l’importe par la commande « npm run import ».',
        ['bytes'],
      ),
    !/^[0-9a-f]{64}$/i.test(sha256) &&
      problem('HASH_MALFORMED', 'Une empreinte SHA-256 a 64 chiffres hexadécimaux.', ['sha256']),
  );
}

function tooMany(): ConflictError {
  return ConflictError.of(
    `${MOST_OPEN} envois sont déjà ouverts : finissez-en un, ou attendez une heure, puis recommencez avec une autre clé de reprise.`,
  );
}
