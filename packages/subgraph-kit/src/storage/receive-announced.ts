import { RouteRefusal } from '../route/route.ts';
import { ContentTooLong, type FileStorage } from './file-storage.ts';

/**
 * Stores a body under a key, if it has the size and the SHA-256 (lower-case hex) that were announced. Throws RouteRefusal
 * 422 otherwise; nothing of it is kept then.
 */
export async function receiveAnnounced(
  storage: FileStorage,
  key: string,
  announced: { readonly bytes: number; readonly sha256: string },
  { body, signal }: { body: AsyncIterable<Uint8Array>; signal: AbortSignal },
): Promise<void> {
  const stored = await storage
    .put(key, body, { maxBytes: announced.bytes, signal })
    .catch((error: unknown) => {
      if (error instanceof ContentTooLong) throw otherFile();
      throw error;
    });
  if (stored.bytes === announced.bytes && stored.sha256 === announced.sha256) return;
  await storage.remove(key);
  throw otherFile();
}

function otherFile(): RouteRefusal {
  return new RouteRefusal(
    422,
    'BAD_USER_INPUT',
    'Le fichier reçu n’a pas la taille ou l’empreinte annoncées ; rien n’en est gardé. Renvoyez-le à la même adresse.',
    { reason: 'OTHER_FILE' },
  );
}
