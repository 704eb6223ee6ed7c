import {
  ContentTooLong,
  type Context,
  type Route,
  type RouteAnswer,
  RouteRefusal,
  Unauthenticated,
} from '@graphess/subgraph-kit';
import { isUuid } from '../attempt/uuid.rules.ts';
import { isSignature } from './signature.ts';
import { beginReceiving, endReceiving, findUpload, keyOfUpload, type UploadRow } from './upload.queries.ts';
import { LONGEST_UPLOAD, SENDING_MS } from './upload-limits.ts';

/** Takes the content of an upload, once, from whoever opened it and at the address that was signed for it. */
export const receiveUpload: Route = {
  method: 'PUT',
  path: '/uploads/:id',
  maxBytes: LONGEST_UPLOAD,
  timeoutMs: SENDING_MS,
  async handler({ ctx, params, query, body, signal }): Promise<RouteAnswer> {
    const upload = await openedUpload(ctx, params['id'] ?? '', query.get('signature') ?? '');
    if (!(await beginReceiving(ctx.db, upload.id, ctx.now))) throw alreadySent();
    let received = false;
    try {
      await receive(ctx, upload, body, signal);
      received = true;
    } finally {
      await endReceiving(ctx.background, upload.id, received ? ctx.now : null);
    }
    return {
      status: 201,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ id: upload.id, bytes: upload.bytes, sha256: upload.sha256 }),
    };
  },
};

/** Somebody else's upload is no more to be told apart from none than a wrong signature. */
async function openedUpload(ctx: Context, id: string, signature: string): Promise<UploadRow> {
  const { viewer, db, now } = ctx;
  if (viewer.subject === null) throw new Unauthenticated();
  const upload = isUuid(id) ? await findUpload(db, id) : null;
  if (upload?.owner !== viewer.subject || !isSignature(signature, upload.signatureHash)) {
    throw new RouteRefusal(
      404,
      'BAD_USER_INPUT',
      'Cet envoi n’existe pas, ou son adresse n’est plus la bonne.',
    );
  }
  if (upload.receivedAt !== null) throw alreadySent();
  if (upload.expiresAt <= now) {
    throw new RouteRefusal(410, 'BAD_USER_INPUT', 'Cette adresse a expiré : ouvrez un nouvel envoi.');
  }
  return upload;
}

async function receive(
  { storage }: Context,
  { id, bytes, sha256 }: UploadRow,
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const key = keyOfUpload(id);
  const stored = await storage.put(key, body, { maxBytes: bytes, signal }).catch((error: unknown) => {
    if (error instanceof ContentTooLong) throw otherFile();
    throw error;
  });
  if (stored.bytes === bytes && stored.sha256 === sha256) return;
  await storage.remove(key);
  throw otherFile();
}

function otherFile(): RouteRefusal {
  return new RouteRefusal(
    422,
    'BAD_USER_INPUT',
    'Le fichier reçu n’a pas la taille ou l’empreinte annoncées ; rien n’en est gardé. Renvoyez-le à la même adresse.',
  );
}

function alreadySent(): RouteRefusal {
  return new RouteRefusal(409, 'BAD_USER_INPUT', 'Ce fichier est déjà reçu, ou en train de l’être.');
}
