import type { Context } from '../context.ts';
import type { Permit } from './rule.ts';

/** What must be true of the object asked about, or of the arguments, for a right to hold. */
export type Condition = {
  /** In French, for the page of permissions. */
  readonly means: string;
  /** May ask the database. */
  readonly holds: (parent: never, args: never, ctx: Context) => boolean | Promise<boolean>;
};

/** What those who lack the right see in place of the value. Gets the true value and the object it belongs to. */
export type Mask = (value: never, parent: never) => unknown;

export type RestrictedField = {
  readonly may: Permit;
  /** Holds data about a person: never part of the public contract. */
  readonly personal?: boolean;
  /** With it nobody is refused: without the right one sees what this gives. */
  readonly otherwise?: Mask;
};

/** Names of fields by type. */
export type PublicFields = Readonly<Record<string, readonly string[]>>;

/**
 * Who may see each field that a subgraph resolves, written once. A field that is in no row makes the schema fail to build,
 * and so does a row whose field does not exist.
 */
export type PermissionTable = {
  /** What anybody may see. */
  readonly public: PublicFields;
  /** Public fields of types that several subgraphs declare alike: rows of a type this one lacks are passed over. */
  readonly shared?: readonly PublicFields[];
  readonly restricted?: Readonly<Record<string, Readonly<Record<string, Permit | RestrictedField>>>>;
  /**
   * Rights that an argument of a field needs beside the right to the field, by `Type.field`: `filter.minScore` (given at
   * all), or `orderBy=SCORE_DESC` (that value of an enum, alone or in a list).
   */
  readonly arguments?: Readonly<Record<string, Readonly<Record<string, Permit>>>>;
  readonly conditions?: Readonly<Record<string, Condition>>;
};

/** The rows of a list: its connection, with what it adds to the usual four fields, and its edge. */
export function connectionRows(name: string, ...more: readonly string[]): PublicFields {
  return {
    [`${name}Connection`]: ['edges', 'nodes', 'pageInfo', 'totalCount', ...more],
    [`${name}Edge`]: ['cursor', 'node'],
  };
}

/** The types of the kit itself. */
const REFUSAL = ['code', 'message', 'path'];
export const KIT_ROWS: PublicFields = {
  PageInfo: ['endCursor', 'hasNextPage', 'hasPreviousPage', 'startCursor'],
  FacetCount: ['count', 'key', 'label'],
  Money: ['cents', 'currency'],
  GeoPoint: ['lat', 'lon'],
  Problem: REFUSAL,
  ValidationError: [...REFUSAL, 'problems'],
  PermissionError: [...REFUSAL, 'requiredScope'],
  ConflictError: [...REFUSAL, 'currentVersion'],
  NotFoundError: REFUSAL,
};

/** The same right for several fields of a type. */
export function fields(permit: Permit, ...names: readonly string[]): Readonly<Record<string, Permit>> {
  return Object.fromEntries(names.map((name) => [name, permit]));
}
