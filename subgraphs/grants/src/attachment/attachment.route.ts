import { buffer } from 'node:stream/consumers';
import {
  appendToJournal,
  type Context,
  isSignature,
  optionOf,
  type Route,
  type RouteAnswer,
  RouteRefusal,
  receiveAnnounced,
  Unauthenticated,
} from '@graphess/subgraph-kit';
import { viewNoted } from '../application/note-view.ts';
import { visibleApplicationById } from '../application/visible-applications.queries.ts';
import { isOwnApplication } from '../application-form/lock-own-application.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import { clearedReview } from '../review/cleared-review.queries.ts';
import {
  type AttachmentRow,
  beginReceiving,
  endReceiving,
  findAttachment,
  keyOfAttachment,
  type Received,
} from './attachment.queries.ts';
import { AttachmentScan } from './attachment-kind.ts';
import { SENDING_MS } from './attachment-limits.ts';
import { contentRefused } from './content-refused.ts';
import { fileContentOf } from './file-content.rules.ts';
import { LONGEST_ATTACHMENT } from './new-attachment.rules.ts';
import { scanAttachment } from './scan-attachment.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Takes the content of an attachment, once, from the structure that opened it and at the address signed for it. */
export const receiveAttachment: Route = {
  method: 'PUT',
  path: '/attachments/:id',
  maxBytes: LONGEST_ATTACHMENT,
  timeoutMs: SENDING_MS,
  async handler({ ctx, params, query, body, signal }): Promise<RouteAnswer> {
    const attachment = await openedAttachment(ctx, params['id'] ?? '', query.get('signature') ?? '');
    const { id, bytes, sha256 } = attachment;
    if (!(await beginReceiving(ctx.db, id, ctx.now))) throw alreadySent();
    let received: Received | null = null;
    let isKept = false;
    try {
      await receiveAnnounced(ctx.storage, keyOfAttachment(id), attachment, { body, signal });
      received = await examined(ctx, attachment);
    } finally {
      isKept = await endReceiving(ctx.background, id, received);
      if (received === null || !isKept) await ctx.storage.remove(keyOfAttachment(id));
    }
    if (!isKept) throw noLongerWritable();
    const { mediaType, scan } = received;
    await appendToJournal(ctx.db, {
      ...authorOf(ctx),
      action: 'ATTACHMENT_RECEIVED',
      target: attachment.applicationId,
      details: { kind: attachment.kind, sha256, scan },
    });
    return {
      status: 201,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ id, bytes, sha256, mediaType, scan }),
    };
  },
};

/** Gives an attachment back, always as a file to keep: no browser shows it in the name of the platform. */
export const attachmentFile: Route = {
  method: 'GET',
  path: '/attachments/:id',
  maxBytes: 0,
  timeoutMs: SENDING_MS,
  async handler({ ctx, params }): Promise<RouteAnswer> {
    const { id, applicationId, fileName, bytes, mediaType } = await readableAttachment(
      ctx,
      params['id'] ?? '',
    );
    await viewNoted(ctx).load(applicationId);
    const stream = await ctx.storage.open(keyOfAttachment(id));
    if (stream === null) throw notFound();
    return {
      status: 200,
      headers: {
        'content-type': mediaType ?? 'application/octet-stream',
        'content-length': String(bytes),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`,
        'cache-control': 'private, no-store',
      },
      body: stream,
    };
  },
};

/** Somebody else's attachment is no more to be told apart from none than a wrong signature. */
async function openedAttachment(ctx: Context, id: string, signature: string): Promise<AttachmentRow> {
  const { viewer, db, now } = ctx;
  if (viewer.subject === null) throw new Unauthenticated();
  const attachment = UUID.test(id) ? await findAttachment(db, id) : null;
  const isTheirs = attachment !== null && (await isOwnApplication(db, viewer, attachment.applicationId));
  if (!isTheirs || !isSignature(signature, attachment.signatureHash)) throw notFound();
  if (attachment.receivedAt !== null) throw alreadySent();
  if (attachment.expiresAt <= now) {
    throw new RouteRefusal(410, 'BAD_USER_INPUT', 'Cette adresse a expiré : ajoutez la pièce de nouveau.', {
      reason: 'ADDRESS_EXPIRED',
    });
  }
  return attachment;
}

async function examined(ctx: Context, { id, fileName }: AttachmentRow): Promise<Received> {
  const stored = await ctx.storage.open(keyOfAttachment(id));
  if (stored === null) throw new TypeError('What was just stored is gone');
  const content = fileContentOf(await buffer(stored));
  if (content.kind === 'REFUSED') throw contentRefused(content.reason);
  const extension = fileName.split('.').at(-1)?.toLowerCase() ?? '';
  if (!content.extensions.includes(extension)) throw contentRefused('OTHER_EXTENSION');
  const command = optionOf(ctx.db, 'ATTACHMENT_SCANNER');
  const scan = await scanAttachment({ storage: ctx.storage, command }, id);
  return { at: ctx.now, mediaType: content.mediaType, scan };
}

/** For the structure, for agents, and for jurors who declared that nothing binds them to it. */
async function readableAttachment(ctx: Context, id: string): Promise<AttachmentRow> {
  const { viewer, db } = ctx;
  if (viewer.subject === null) throw new Unauthenticated();
  const attachment = UUID.test(id) ? await findAttachment(db, id) : null;
  if (attachment === null || attachment.receivedAt === null) throw notFound();
  const { applicationId, scan } = attachment;
  if ((await visibleApplicationById(ctx).load(applicationId)) === null) throw notFound();
  const may =
    viewer.roles.some((role) => role === 'agent' || role === 'admin') ||
    (await isOwnApplication(db, viewer, applicationId)) ||
    (viewer.roles.includes('juror') && (await clearedReview(ctx).load(applicationId)) !== null);
  if (!may) throw notFound();
  if (scan === AttachmentScan.INFECTED) {
    throw new RouteRefusal(
      403,
      'FORBIDDEN',
      'Un virus a été trouvé dans cette pièce : elle est en quarantaine.',
      {
        reason: 'QUARANTINED',
      },
    );
  }
  return attachment;
}

function notFound(): RouteRefusal {
  return new RouteRefusal(404, 'BAD_USER_INPUT', 'Cette pièce n’existe pas, ou n’est pas la vôtre.');
}

function alreadySent(): RouteRefusal {
  return new RouteRefusal(409, 'BAD_USER_INPUT', 'Ce fichier est déjà reçu, ou en train de l’être.');
}

function noLongerWritable(): RouteRefusal {
  return new RouteRefusal(409, 'BAD_USER_INPUT', 'Ce dossier ne reçoit plus de pièces.', {
    reason: 'APPLICATION_NOT_WRITABLE',
  });
}
