import { parseId } from '@graphess/identifiers';
import { collect, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';
import { parseNetwork } from './network.ts';

/** What a key may open. Granting is the business of each field's own rule. */
export const API_KEY_SCOPES = [
  'bi:read',
  'changes:read',
  'directory:read',
  'statistics:publish',
  'statistics:read',
] as const;

/** The limits of a key, in months, requests a minute, networks and days; the database holds them too. */
export const KEY_BOUNDS = { months: 12, quota: 100_000, networks: 20, overlapDays: 90 } as const;
export const DEFAULT_OVERLAP_DAYS = 30;

/** A key as asked for, before anything is checked. */
export type KeyRequest = {
  readonly partner: string;
  readonly scopes: readonly string[];
  readonly organizationId: string | null;
  readonly networks: readonly string[];
  readonly months: number;
  readonly quotaPerMinute: number;
};

/** What stands in the way of a key, all at once; names what was sent, so that a form can point at it. */
export function problemsOfKey(request: KeyRequest): Problem[] {
  const unknown = request.scopes.filter((scope) => !API_KEY_SCOPES.some((known) => known === scope));
  const wrong = request.networks.filter((network) => parseNetwork(network) === null);
  return collect(
    ...problemsOfPartner(request.partner),
    request.scopes.length === 0 &&
      problem('SCOPES_EMPTY', `Au moins un droit est attendu : ${API_KEY_SCOPES.join(', ')}.`, ['scopes']),
    unknown.length > 0 &&
      problem('SCOPE_UNKNOWN', `Les droits connus sont ${API_KEY_SCOPES.join(', ')}.`, ['scopes']),
    request.organizationId !== null &&
      parseId(request.organizationId)?.prefix !== 'ORG' &&
      problem('ORGANIZATION_MALFORMED', 'Un identifiant de structure est attendu : ORG:….', ['organization']),
    wrong.length > 0 &&
      problem(
        'NETWORK_MALFORMED',
        'Un réseau s’écrit 10.0.0.0/8 ou 2001:db8::/32 ; « /0 », qui vaut tout l’internet, est refusé.',
        ['networks'],
      ),
    request.networks.length > KEY_BOUNDS.networks &&
      problem('NETWORKS_TOO_MANY', `Une clé a ${KEY_BOUNDS.networks} réseaux au plus.`, ['networks']),
    !isWhole(request.months, 1, KEY_BOUNDS.months) &&
      problem('MONTHS_OUT_OF_BOUNDS', 'Une clé vit de 1 à 12 mois.', ['months']),
    !isWhole(request.quotaPerMinute, 1, KEY_BOUNDS.quota) &&
      problem('QUOTA_OUT_OF_BOUNDS', 'Le quota va de 1 à 100000 requêtes par minute.', ['quotaPerMinute']),
  );
}

/** What stands in the way of an overlap of the old key and the new, in days. */
export function problemsOfOverlap(days: number): Problem[] {
  return collect(
    !isWhole(days, 0, KEY_BOUNDS.overlapDays) &&
      problem('OVERLAP_OUT_OF_BOUNDS', 'Le recouvrement va de 0 à 90 jours.', ['overlapDays']),
  );
}

/** A partner's name as it is kept: composed letters (NFC), single spaces, none around. */
export function partnerName(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/ {2,}/g, ' ');
}

function problemsOfPartner(text: string): Problem[] {
  const length = [...partnerName(text)].length;
  return collect(
    (length < 2 || length > 120) &&
      problem('PARTNER_LENGTH', 'Le nom du partenaire a de 2 à 120 caractères.', ['partner']),
    isUnprintable(text) &&
      problem('PARTNER_CHARACTERS', 'Le nom du partenaire contient un caractère invisible ou de contrôle.', [
        'partner',
      ]),
  );
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
