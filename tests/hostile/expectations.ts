import type { Expectation } from './case.ts';
import type { Answer } from './send.ts';

type More = Partial<Expectation>;

const DOCUMENT_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_LIMIT',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];
const VALUE_CODES = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_LIMIT'];
const SMALL = { data: 'none', maxBytes: 4_096, maxErrors: 6 } as const;

/** The document is refused before anything runs, in a few words. */
export function refusedDocument(more: More = {}): Expectation {
  return { status: [400], codes: DOCUMENT_CODES, ...SMALL, ...more };
}

/** A value that fits its type and makes no sense: refused, at its place or before. */
export function refusedValue(more: More = {}): Expectation {
  return { status: [200, 400], codes: VALUE_CODES, ...SMALL, ...more };
}

/** What is no GraphQL request at all. */
export function refusedRequest(more: More = {}): Expectation {
  return { status: [400, 413, 415, 422], ...SMALL, ...more };
}

/** Who asks may not: told so, and nothing else. */
export function refusedViewer(more: More = {}): Expectation {
  return { status: [200, 401, 403], codes: ['UNAUTHENTICATED', 'FORBIDDEN'], ...SMALL, ...more };
}

/** A credential that is worth nothing stops the request at the door. */
export function refusedCredential(more: More = {}): Expectation {
  return { status: [401], codes: ['UNAUTHENTICATED'], ...SMALL, ...more };
}

/** Answered or refused, it does not matter: it must do no harm. */
export function harmless(more: More = {}): Expectation {
  return { status: [200, 400], ...more };
}

/** An address that says nothing, not even that it might exist. */
export function nothingThere(more: More = {}): Expectation {
  return { status: [400, 401, 403, 404, 405], maxBytes: 2_048, data: 'none', ...more };
}

/** A write that is refused: by a member of its union, or before. */
export function refusedWrite(more: More = {}): Expectation {
  return {
    status: [200, 400],
    maxBytes: 4_096,
    maxErrors: 6,
    holds: (answer) => {
      const done = writtenTypes(answer).filter((type) => !/Error$/.test(type));
      if (done.length > 0) return `it was written: ${done.join(', ')}`;
      return answer.body?.errors || writtenTypes(answer).length > 0 ? null : 'neither refused nor written';
    },
    ...more,
  };
}

/** The type of the answer of each mutation of a document. */
export function writtenTypes(answer: Answer): string[] {
  return Object.values(answer.body?.data ?? {}).flatMap((value) =>
    typeof value === 'object' && value !== null && '__typename' in value ? [String(value.__typename)] : [],
  );
}

/** The rows of the connection or list under a root field. */
export function rowsOf(answer: Answer, field: string): readonly Record<string, unknown>[] {
  const value = answer.body?.data?.[field];
  if (Array.isArray(value)) return value as Record<string, unknown>[];
  return ((value ?? {}) as { nodes?: Record<string, unknown>[] }).nodes ?? [];
}
