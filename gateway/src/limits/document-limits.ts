import { Fault } from '@graphess/subgraph-kit';
import type { DocumentNode } from 'graphql';
import type { Guard, WithoutGuards } from '../guards.ts';
import { type DocumentSize, sizeOfDocument } from './document-size.ts';

/**
 * Tokens of a document: beyond it, it is not even parsed. docs/cost.md tells how many the shipped operations have; the
 * introspection of an explorer has some 250.
 */
export const MAX_TOKENS = 1_500;

type Limit = {
  readonly guard: Guard;
  readonly of: keyof DocumentSize;
  readonly maximum: number;
  refusal(found: string, maximum: number): string;
};

/** In the order in which they are told; docs/cost.md shows them. */
export const DOCUMENT_LIMITS: readonly Limit[] = [
  {
    guard: 'operation-count-limit',
    of: 'operations',
    maximum: 10,
    refusal: (found, maximum) =>
      `Ce document contient ${found} opérations ; ${maximum} au plus sont acceptées.`,
  },
  {
    guard: 'fragment-limit',
    of: 'fragments',
    maximum: 30,
    refusal: (found, maximum) =>
      `Ce document contient ${found} fragments ; ${maximum} au plus sont acceptés.`,
  },
  {
    guard: 'fragment-limit',
    of: 'fragmentChain',
    maximum: 8,
    refusal: (found, maximum) =>
      `Dans ce document ${found} fragments s’appellent l’un l’autre ; ${maximum} au plus sont acceptés.`,
  },
  {
    guard: 'variable-definition-limit',
    of: 'variables',
    maximum: 30,
    refusal: (found, maximum) =>
      `Cette requête déclare ${found} variables ; ${maximum} au plus sont acceptées.`,
  },
  {
    guard: 'directive-limit',
    of: 'directives',
    maximum: 20,
    refusal: (found, maximum) => `Ce document porte ${found} directives ; ${maximum} au plus sont acceptées.`,
  },
  {
    guard: 'directive-limit',
    of: 'directivesOfNode',
    maximum: 3,
    refusal: (found, maximum) =>
      `Un champ de ce document porte ${found} directives ; ${maximum} au plus sont acceptées.`,
  },
  {
    guard: 'repeated-field-limit',
    of: 'repeatedFields',
    maximum: 10,
    refusal: (found, maximum) =>
      `Ce document répète ${found} fois un champ déjà demandé au même endroit ; ${maximum} au plus sont acceptées.`,
  },
  {
    guard: 'field-limit',
    of: 'fields',
    maximum: 500,
    refusal: (found, maximum) =>
      `Cette requête demande ${found} champs, fragments compris ; ${maximum} au plus sont acceptés.`,
  },
  {
    guard: 'depth-limit',
    of: 'depth',
    maximum: 10,
    refusal: (found, maximum) => `Cette requête a ${found} niveaux ; ${maximum} au plus sont acceptés.`,
  },
  {
    guard: 'alias-limit',
    of: 'aliases',
    maximum: 30,
    refusal: (found, maximum) => `Cette requête renomme ${found} champs ; ${maximum} au plus sont acceptés.`,
  },
  {
    guard: 'root-field-limit',
    of: 'rootFields',
    maximum: 20,
    refusal: (found, maximum) =>
      `Cette requête demande ${found} champs à la racine ; ${maximum} au plus sont acceptés.`,
  },
];

/** Why a document is too large to be looked at any further; an empty list when it is not. */
export function refusalsOfSize(document: DocumentNode, without: WithoutGuards = new Set()): Fault[] {
  const size = sizeOfDocument(document);
  return DOCUMENT_LIMITS.filter(({ guard, of, maximum }) => size[of] > maximum && !without.has(guard)).map(
    ({ of, maximum, refusal }) => new Fault('OPERATION_LIMIT', refusal(inWords(size[of]), maximum)),
  );
}

/** Fragments that double each other reach numbers that nobody reads. */
function inWords(count: number): string {
  return count > 1_000_000 ? 'plus d’un million de' : String(count);
}
