import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import { PROJECT_ROOT } from '@graphess/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Explorer } from './build-explorer.ts';
import { readLibrary } from './library.ts';
import { prefersHtml } from './prefers-html.ts';
import { FAILED_PAGE, PREPARING_PAGE } from './waiting-page.ts';

const ACCEPT_CONSTRAINT = 'acceptsPage';
const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'Accept',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    // The editor writes its colours and its sizes as style elements and attributes.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

/**
 * Serves the explorer: its page at GET /graphql to those who prefer HTML, its files and its library under /explorer/.
 * To be called before the route of the graph, which keeps every other GET and every POST.
 */
export async function registerExplorer(
  app: FastifyInstance,
  explorer: Pick<Explorer, 'directory' | 'failed'>,
  { operationsDir = join(PROJECT_ROOT, 'operations') }: { operationsDir?: string } = {},
): Promise<void> {
  await app.register(staticFiles, { serve: false });
  constrainByAccept(app);

  app.route({
    method: 'GET',
    url: '/graphql',
    constraints: { [ACCEPT_CONSTRAINT]: 'yes' },
    handler: async (_request, reply) => reply.headers(PAGE_HEADERS).send(await pageOf(explorer)),
  });

  app.get('/explorer/library.json', async (_request, reply) => {
    const operations = await readLibrary(operationsDir);
    return reply
      .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      .send({ operations });
  });

  // One segment, not a wildcard: the build puts all its files, named after their contents, in one folder.
  app.get<{ Params: { file: string } }>('/explorer/assets/:file', (request, reply) => {
    const directory = explorer.directory();
    if (directory === null) return reply.callNotFound();
    return sendAsset(request, reply, join(directory, 'assets'));
  });
}

async function pageOf(explorer: Pick<Explorer, 'directory' | 'failed'>): Promise<string> {
  const directory = explorer.directory();
  if (directory !== null) return readFile(join(directory, 'index.html'), 'utf8');
  return explorer.failed() ? FAILED_PAGE : PREPARING_PAGE;
}

function sendAsset(
  request: FastifyRequest<{ Params: { file: string } }>,
  reply: FastifyReply,
  folder: string,
): FastifyReply {
  // A worker obeys the policy of its own file, not that of the page.
  reply.headers({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'self'" });
  return reply.sendFile(request.params.file, folder, {
    immutable: true,
    maxAge: ONE_YEAR_MS,
    dotfiles: 'deny',
  });
}

/** Lets the router choose between the page and the graph, which share one address and one method. */
function constrainByAccept(app: FastifyInstance): void {
  app.addConstraintStrategy({
    name: ACCEPT_CONSTRAINT,
    storage() {
      const handlers = new Map();
      return {
        get: (key) => handlers.get(key) ?? null,
        set: (key, handler) => void handlers.set(key, handler),
      };
    },
    deriveConstraint: (request) => (prefersHtml(request.headers.accept) ? 'yes' : undefined),
  });
}
