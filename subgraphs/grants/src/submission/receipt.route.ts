import { type Context, type Route, RouteRefusal, Unauthenticated } from '@graphess/subgraph-kit';
import type { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { visibleApplicationById } from '../application/visible-applications.queries.ts';
import { isOwnApplication } from '../application-form/lock-own-application.queries.ts';
import { type Submission, submissionOfReceipt } from './submission.queries.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  dateStyle: 'full',
  timeStyle: 'medium',
});

/** What proves that an application was filed, and when: for the structure and for agents. */
export const receipt: Route = {
  method: 'GET',
  path: '/receipts/:id',
  maxBytes: 0,
  timeoutMs: 10_000,
  async handler({ ctx, params }) {
    const { application, submission } = await shownReceipt(ctx, params['id'] ?? '');
    await viewNoted(ctx).load(application.id);
    return {
      status: 200,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-language': 'fr',
        'content-disposition': `attachment; filename="recepisse-${application.callId.slice(5)}-${submission.number}.txt"`,
        'cache-control': 'private, no-store',
      },
      body: receiptText(application, submission),
    };
  },
};

async function shownReceipt(
  ctx: Context,
  id: string,
): Promise<{ application: Application; submission: Submission }> {
  const { viewer, db } = ctx;
  if (viewer.subject === null) throw new Unauthenticated();
  const submission = UUID.test(id) ? await submissionOfReceipt(db, id) : null;
  const application =
    submission === null ? null : await visibleApplicationById(ctx).load(submission.applicationId);
  const isStaff = viewer.roles.some((role) => role === 'agent' || role === 'admin');
  if (
    submission === null ||
    application === null ||
    !(isStaff || (await isOwnApplication(db, viewer, application.id)))
  ) {
    throw new RouteRefusal(404, 'BAD_USER_INPUT', 'Ce récépissé n’existe pas, ou n’est pas le vôtre.');
  }
  return { application, submission };
}

function receiptText({ id, callId, applicantName, title }: Application, submission: Submission): string {
  const { number, at, sha256 } = submission;
  return [
    'RÉCÉPISSÉ DE DÉPÔT',
    '',
    `Appel à projets PROGR’ESS, édition ${callId.slice(5)}`,
    `Dossier n° ${number} (${id})`,
    `Structure : ${applicantName}`,
    `Projet : ${title ?? ''}`,
    `Déposé le ${PARIS.format(at)}, heure de Paris (${at.toISOString()})`,
    `Empreinte SHA-256 du dossier : ${sha256}`,
    '',
    'Ce récépissé atteste le dépôt ; il ne dit rien de la recevabilité ni de la décision.',
    '',
  ].join('\n');
}
