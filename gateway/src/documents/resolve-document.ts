import type { FaultCode } from '@graphess/subgraph-kit';
import { sha256, type TrustedDocuments } from './trusted-documents.ts';

/** The part of a request that says which document to run; values are as they came. */
export type DocumentRequest = { query?: unknown; documentId?: unknown; extensions?: unknown };

export type Resolution =
  /** The text to run; `registered` when the client also sent its hash, as it does to have it stored. */
  { query: string; registered: boolean } | { code: FaultCode; message: string } | null;

/**
 * Which document a request designates by hash: `documentId: "sha256:…"`, or the extension `persistedQuery` that Apollo's
 * clients send. Null when it designates none. Nothing is ever stored: a hash that is not in the manifest is not found,
 * and the client sends the document again with the hash.
 */
export function resolveDocument(request: DocumentRequest, documents: TrustedDocuments): Resolution {
  const { query, documentId } = request;
  const hasText = query !== undefined && query !== null && query !== '';
  if (documentId !== undefined && documentId !== null) {
    if (hasText) return badRequest('Donnez « documentId » ou « query », pas les deux.');
    if (typeof documentId !== 'string') return badRequest('« documentId » est un texte : « sha256:… ».');
    return find(documentId.replace(/^sha256:/, ''), documents);
  }
  const persisted = persistedQuery(request.extensions);
  if (persisted === undefined) return null;
  if (persisted === null) {
    return badRequest('« persistedQuery » a la forme { "version": 1, "sha256Hash": "…" }.');
  }
  if (!hasText) return find(persisted, documents);
  if (typeof query !== 'string' || sha256(query) !== persisted) {
    return badRequest('« sha256Hash » n’est pas l’empreinte de « query ».');
  }
  return { query, registered: true };
}

/** The hash of the extension, undefined when there is no such extension, null when it is malformed. */
function persistedQuery(extensions: unknown): string | null | undefined {
  if (typeof extensions !== 'object' || extensions === null) return undefined;
  const extension = Object.entries(extensions).find(([name]) => name === 'persistedQuery')?.[1] as unknown;
  if (extension === undefined || extension === null) return undefined;
  const { version, sha256Hash } = Object(extension) as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1 || typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) return null;
  return sha256Hash;
}

function find(hash: string, documents: TrustedDocuments): Resolution {
  const query = documents.get(hash);
  if (query !== undefined) return { query, registered: false };
  return { code: 'PERSISTED_QUERY_NOT_FOUND', message: 'Aucun document connu n’a cette empreinte.' };
}

function badRequest(message: string): Resolution {
  return { code: 'BAD_REQUEST', message };
}
