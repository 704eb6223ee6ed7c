import { escapeHtml, page } from '../page.ts';
import { ACCOUNTS } from './accounts.ts';

/** Who to be, without a password: nothing here is anybody's. */
export function accountPage(action: string): string {
  const choices = ACCOUNTS.map(
    ({ name, label, organization }) =>
      `<li><button name="account" value="${escapeHtml(name)}"><strong>${escapeHtml(label)}</strong>` +
      `<span>Compte de démonstration <code>${escapeHtml(name)}</code>` +
      `${organization === null ? '' : `, au nom de <code>${escapeHtml(organization)}</code>`}</span></button></li>`,
  );
  return page(
    'Compte de démonstration',
    `<h1>Se connecter avec un compte de démonstration</h1>
<p class="notice">Ces comptes n’appartiennent à personne et n’ont pas de mot de passe. Ils existent sur cette machine
seulement, jamais en production.</p>
<form method="post" action="${escapeHtml(action)}">
<ul class="accounts">
${choices.join('\n')}
</ul>
</form>`,
  );
}

/** `form` is the provider's own, of which the button is a part. */
export function endPage(form: string): string {
  return page(
    'Déconnexion',
    `<h1>Se déconnecter du compte de démonstration</h1>
<p>Vous n’êtes plus connecté à Graph’ESS. Le fournisseur d’identité de démonstration peut aussi oublier ce compte.</p>
${form}
<ul class="accounts">
<li><button form="op.logoutForm" name="logout" value="yes"><strong>Oublier le compte</strong></button></li>
<li><button form="op.logoutForm"><strong>Le garder pour la prochaine connexion</strong></button></li>
</ul>`,
  );
}

export function errorPage(): string {
  return page(
    'Connexion impossible',
    `<h1>Cette demande de connexion n’est pas valable</h1>
<p>Elle a peut-être expiré, ou été commencée dans un autre onglet.</p>
<p><a class="action" href="/auth/login">Recommencer la connexion</a></p>`,
  );
}
