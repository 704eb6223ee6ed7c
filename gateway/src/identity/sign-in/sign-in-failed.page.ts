import { escapeHtml, page } from '../page.ts';

/** Says what can be done; why it failed is for the log, under the same reference. */
export function signInFailedPage(requestId: string): string {
  return page(
    'Connexion impossible',
    `<h1>La connexion n’a pas abouti</h1>
<p>Elle a peut-être duré plus de dix minutes, ou été commencée dans un autre onglet. Vous n’êtes pas connecté.</p>
<p><a class="action" href="/auth/login">Recommencer la connexion</a></p>
<p>Si cela se répète, donnez cette référence : <code>${escapeHtml(requestId)}</code></p>`,
  );
}
