import type { FindingDraft, RegisteredOrganization } from './finding-draft.ts';
import { editDistance } from './written-name.rules.ts';

/** Phones that are printed for several organisations, one finding each. */
export function sharedPhones(organizations: readonly RegisteredOrganization[]): FindingDraft[] {
  const printed = organizations.flatMap(({ id, name, contacts }) =>
    contacts.flatMap(({ kind, asPrinted, normalised, sourceId }) =>
      kind === 'PHONE' ? [{ id, name, asPrinted, number: normalised ?? asPrinted, sourceId }] : [],
    ),
  );
  return [...Map.groupBy(printed, ({ number }) => number).values()].flatMap((each) => {
    const names = new Map(each.map(({ id, name }) => [id, name]));
    if (names.size < 2) return [];
    const subjects = [...names.keys()].sort();
    return [
      {
        kind: 'SHARED_PHONE',
        severity: 'ERROR',
        subjects,
        field: 'phone',
        statement: each[0]?.asPrinted ?? '',
        explanation: `Le même numéro est imprimé pour ${listed(subjects.map((id) => names.get(id) ?? id))}.`,
        sourceIds: [...new Set(each.map(({ sourceId }) => sourceId))],
      },
    ];
  });
}

/** E-mails whose domain is nearly that of a site of the organisation, and no site's. */
export function mistypedDomains({ id, sites, contacts }: RegisteredOrganization): FindingDraft[] {
  const hosts = sites.flatMap((site) =>
    URL.canParse(site) ? [new URL(site).hostname.replace(/^www\./, '')] : [],
  );
  return contacts.flatMap(({ kind, asPrinted, sourceId }) => {
    const domain = /@([^@\s]+)$/.exec(asPrinted.trim())?.[1]?.toLowerCase();
    if (kind !== 'EMAIL' || domain === undefined) return [];
    if (hosts.some((host) => host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`)))
      return [];
    const near = hosts.find((host) => isMistyped(domain, lastLabels(host, domain.split('.').length)));
    if (near === undefined) return [];
    return [
      {
        kind: 'EMAIL_DOMAIN_NEAR_SITE',
        severity: 'ERROR',
        subjects: [id],
        field: 'email',
        statement: asPrinted,
        explanation: `Le domaine du courriel ressemble à celui du site, ${near}, sans être le même.`,
        sourceIds: [sourceId],
      },
    ];
  });
}

/** A letter or two apart under the same ending; short names are too often near one another. */
function isMistyped(domain: string, host: string): boolean {
  const [name, ending] = split(domain);
  const [other, otherEnding] = split(host);
  if (ending !== otherEnding || Math.min(name.length, other.length) < 6) return false;
  const distance = editDistance(name, other);
  return distance >= 1 && distance <= (Math.min(name.length, other.length) < 10 ? 1 : 2);
}

function split(domain: string): [name: string, ending: string] {
  const dot = domain.lastIndexOf('.');
  return [domain.slice(0, Math.max(dot, 0)), domain.slice(dot + 1)];
}

function lastLabels(host: string, count: number): string {
  return host.split('.').slice(-count).join('.');
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('fr', { type: 'conjunction' }).format(names);
}
