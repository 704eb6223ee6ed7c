import { isSlug } from './slug.ts';

const matches = (syntax: RegExp) => (key: string) => syntax.test(key);

const KEY_SYNTAX = {
  COM: matches(/^(?:\d{2}|2[AB])\d{3}$/),
  EPCI: matches(/^\d{9}$/),
  EPT: matches(/^\d{9}$/),
  DEP: matches(/^(?:\d{2}|2[AB]|9[78]\d)$/),
  // Overseas collectivities have no region; INSEE's lists give them three digits at this level too.
  REG: matches(/^(?:\d{2}|9[78]\d)$/),
  ORG: isSlug,
  // Nine digits at most: an edition fits a 32-bit integer in GraphQL and in PostgreSQL.
  CALL: matches(/^[1-9]\d{0,8}$/),
  APP: isSlug,
  EVT: isSlug,
  SIAE: isSlug,
  NEED: isSlug,
  DS: isDatasetCode,
  KEY: matches(/^[0-9a-z]{16}$/),
} as const;

/** What a global id begins with, before its colon: the kind of thing it names. */
export type IdPrefix = keyof typeof KEY_SYNTAX;

/** A global id, `PREFIX:key`. Opaque to clients, stable for ever. */
export type GlobalId<P extends IdPrefix = IdPrefix> = P extends IdPrefix ? `${P}:${string}` : never;

/** A global id and its two parts, discriminated by `prefix`. */
export type ParsedId<P extends IdPrefix = IdPrefix> = P extends IdPrefix
  ? { readonly prefix: P; readonly key: string; readonly id: GlobalId<P> }
  : never;

/** Prefixes of territories, from the smallest level to the largest. */
export const TERRITORY_PREFIXES = ['COM', 'EPCI', 'EPT', 'DEP', 'REG'] as const satisfies readonly IdPrefix[];

/** Prefixes that the graph's `node(id)` serves; an id with another one is a wrong argument there. */
export const NODE_PREFIXES = [
  ...TERRITORY_PREFIXES,
  'ORG',
  'APP',
  'EVT',
  'SIAE',
  'NEED',
] as const satisfies readonly IdPrefix[];

/**
 * The parts of a global id, or null when `text` is not one in canonical form. Only the form is judged, never
 * whether the thing exists. Never throws.
 */
export function parseId(text: string): ParsedId | null {
  const colon = text.indexOf(':');
  const prefix = text.slice(0, Math.max(colon, 0));
  const key = text.slice(colon + 1);
  if (!isIdPrefix(prefix) || !KEY_SYNTAX[prefix](key)) return null;
  return { prefix, key, id: `${prefix}:${key}` } as ParsedId;
}

/** `COM:92050`, from an INSEE commune code. @throws RangeError when malformed. */
export const communeId = (code: string) => makeId('COM', code);

/** `EPCI:200040715`, from a SIREN. @throws RangeError when malformed. */
export const epciId = (siren: string) => makeId('EPCI', siren);

/** `EPT:200057982`, from a SIREN. @throws RangeError when malformed. */
export const eptId = (siren: string) => makeId('EPT', siren);

/** `DEP:92`, `DEP:2A`, `DEP:971`, from an INSEE département code. @throws RangeError when malformed. */
export const departmentId = (code: string) => makeId('DEP', code);

/** `REG:11`, from an INSEE region code. @throws RangeError when malformed. */
export const regionId = (code: string) => makeId('REG', code);

/** `ORG:<slug>`, the slug fixed at first load. @throws RangeError when it is not a slug. */
export const organizationId = (slug: string) => makeId('ORG', slug);

/** `CALL:3`, from the edition of a call for projects. @throws RangeError unless an integer from 1 to 999 999 999. */
export const callId = (edition: number) => makeId('CALL', String(edition));

/** `APP:<slug>`, an application to a call. @throws RangeError when it is not a slug. */
export const applicationId = (slug: string) => makeId('APP', slug);

/** `EVT:<slug>`. @throws RangeError when it is not a slug. */
export const eventId = (slug: string) => makeId('EVT', slug);

/** `SIAE:<slug>`. @throws RangeError when it is not a slug. */
export const siaeId = (slug: string) => makeId('SIAE', slug);

/** `NEED:<slug>`, a buyer's need. @throws RangeError when it is not a slug. */
export const needId = (slug: string) => makeId('NEED', slug);

/** `DS:ESS-PANORAMA-92`, from a dataset's code. @throws RangeError when malformed. */
export const datasetId = (code: string) => makeId('DS', code);

/** `KEY:<16 letters or digits>`, an API key; never its secret. @throws RangeError when malformed. */
export const apiKeyId = (key: string) => makeId('KEY', key);

function makeId<P extends IdPrefix>(prefix: P, key: string): `${P}:${string}` {
  if (!KEY_SYNTAX[prefix](key))
    throw new RangeError(`Malformed key of a ${prefix} id: ${JSON.stringify(key)}`);
  return `${prefix}:${key}`;
}

function isDatasetCode(text: string): boolean {
  return /^[A-Z]/.test(text) && text.split('-').every((run) => /^[A-Z0-9]+$/.test(run));
}

function isIdPrefix(text: string): text is IdPrefix {
  return Object.hasOwn(KEY_SYNTAX, text);
}
