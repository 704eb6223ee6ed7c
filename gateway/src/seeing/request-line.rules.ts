import type { GraphAnswer, RequestRecord } from './request-record.ts';

export const OUTCOMES = ['ok', 'partial', 'refused', 'failed', 'aborted'] as const;
/** `partial`: data with errors beside it; `refused`: the client’s fault; `failed`: ours; `aborted`: the client left. */
export type Outcome = (typeof OUTCOMES)[number];

/** How a request ended, known once the last byte was sent or the client left. */
export type Ending = { readonly status: number; readonly finished: boolean };

export function outcomeOf({ status, finished }: Ending, codes: readonly string[], data: boolean): Outcome {
  if (!finished) return 'aborted';
  if (status >= 500) return 'failed';
  if (status >= 400) return 'refused';
  if (codes.length === 0) return 'ok';
  return data ? 'partial' : 'refused';
}

const CODE = /^[A-Z][A-Z0-9_]{0,60}$/;
const MOST_CODES = 10;

/** The distinct codes of some errors; whatever is no code is left out. */
export function codesOf(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  const codes = errors.map((error: unknown) => {
    const extensions = (error as { extensions?: { code?: unknown } } | null)?.extensions;
    return typeof extensions?.code === 'string' && CODE.test(extensions.code) ? extensions.code : 'UNKNOWN';
  });
  return [...new Set(codes)].slice(0, MOST_CODES);
}

/** The codes of a refusal that was written as JSON, none when it is something else. */
export function codesOfBody(body: string): string[] {
  try {
    return codesOf((JSON.parse(body) as { errors?: unknown } | null)?.errors);
  } catch {
    return [];
  }
}

const LONGEST_NAME = 64;

type Line = Record<string, unknown>;

/**
 * The one line that the log keeps of a request: names that the platform or the document’s author chose, counts and
 * durations. No variable, no document, no address, no subject: who did what that matters is in the journal.
 */
export function requestLine(
  record: RequestRecord,
  answer: GraphAnswer | null,
  request: { requestId: string; method: string; route: string | null },
  ending: Ending & { ms: number; bytes: number },
): Line {
  const { operation, viewer, fetches } = record;
  const codes = answer?.codes ?? record.refusal;
  const traceId = record.span.spanContext().traceId;
  return {
    ...request,
    ...(operation === null
      ? {}
      : {
          operation: operation.name?.slice(0, LONGEST_NAME) ?? null,
          document: operation.document,
          trusted: operation.trusted,
        }),
    viewer: viewer?.kind ?? null,
    ...(viewer && viewer.roles.length > 0 ? { roles: viewer.roles } : {}),
    ...(viewer && viewer.scopes.length > 0 ? { scopes: viewer.scopes } : {}),
    ...(answer?.cost === undefined ? {} : { cost: answer.cost }),
    fetches: Object.fromEntries(fetches),
    ms: Math.round(ending.ms * 10) / 10,
    status: ending.status,
    outcome: outcomeOf(ending, codes, answer?.data ?? false),
    ...(codes.length === 0 ? {} : { codes }),
    bytes: ending.bytes,
    ...(/^0+$/.test(traceId) ? {} : { traceId }),
  };
}
