import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from '../http/http-refusal.ts';
import { type DocumentRequest, resolveDocument } from './resolve-document.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** The mark left on a request whose document came with its hash; a client that sets it changes a refusal's code only. */
export const REGISTERED = 'withHash';

/**
 * Before the server reads a request of /graphql: puts the document that its hash designates where Apollo expects it, in
 * the body of a POST or in the address of a GET. Throws HttpRefusal for a hash that cannot be served.
 */
export function documentHook(documents: TrustedDocuments) {
  return async (request: FastifyRequest): Promise<void> => {
    const asked = request.method === 'POST' ? fromBody(request.body) : fromAddress(request.url);
    if (asked === null) return;
    const resolution = resolveDocument(asked.document, documents);
    if (resolution === null) return;
    if ('code' in resolution) {
      throw new HttpRefusal(400, resolution.code, resolution.message, {
        headers: { 'cache-control': 'no-store' },
      });
    }
    asked.replace(request, resolution.query, resolution.registered);
  };
}

type Asked = {
  document: DocumentRequest;
  replace(request: FastifyRequest, query: string, registered: boolean): void;
};

function fromBody(body: unknown): Asked | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  return {
    document: body as DocumentRequest,
    replace(request, query, registered) {
      const { documentId: _resolved, extensions, ...others } = body as DocumentRequest;
      request.body = { ...others, query, ...marked(extensions, registered) };
    },
  };
}

function fromAddress(address: string): Asked | null {
  const start = address.indexOf('?');
  if (start === -1) return null;
  const parameters = new URLSearchParams(address.slice(start));
  // A parameter given twice, or an extension that is no JSON, is for the server to refuse.
  if (parameters.getAll('documentId').length > 1 || parameters.getAll('extensions').length > 1) return null;
  const extensions = parsed(parameters.get('extensions'));
  return {
    document: { query: parameters.get('query'), documentId: parameters.get('documentId'), extensions },
    replace(request, query, registered) {
      parameters.delete('documentId');
      parameters.delete('extensions');
      parameters.set('query', query);
      const { extensions: kept } = marked(extensions, registered);
      if (kept !== undefined) parameters.set('extensions', JSON.stringify(kept));
      request.raw.url = `${address.slice(0, start)}?${parameters.toString()}`;
    },
  };
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : (JSON.parse(json) as unknown);
  } catch {
    return undefined;
  }
}

/** The extensions that are left once the hash has been read: Apollo would look for it in a store. */
function marked(extensions: unknown, registered: boolean): { extensions?: Record<string, unknown> } {
  if (typeof extensions !== 'object' || extensions === null) return {};
  const { persistedQuery: _read, ...others } = extensions as Record<string, unknown>;
  return { extensions: registered ? { ...others, [REGISTERED]: true } : others };
}
