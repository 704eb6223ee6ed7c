import {
  type Context,
  isSignature,
  type Route,
  type RouteAnswer,
  RouteRefusal,
  receiveAnnounced,
  Unauthenticated,
} from '@graphess/subgraph-kit';
import { isUuid } from '../attempt/uuid.rules.ts';
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
      await receiveAnnounced(ctx.storage, keyOfUpload(upload.id), upload, { body, signal });
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

function alreadySent(): RouteRefusal {
  return new RouteRefusal(409, 'BAD_USER_INPUT', 'Ce fichier est déjà reçu, ou en train de l’être.');
}
