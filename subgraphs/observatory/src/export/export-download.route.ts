import { type ByteRange, type Route, type RouteAnswer, RouteRefusal } from '@graphess/subgraph-kit';
import { isUuid } from '../attempt/uuid.rules.ts';
import { hasAlready } from './conditional.ts';
import { fileNameOf, findExport, keyOfExport } from './export.queries.ts';
import { storedExport, writerOf } from './export-writer.ts';

const ONE_HOUR_MS = 3_600_000;

/** The file of an export, for whoever knows its address. */
export const exportDownload: Route = {
  method: 'GET',
  path: '/exports/:id/:name',
  maxBytes: 0,
  timeoutMs: ONE_HOUR_MS,
  async handler(request): Promise<RouteAnswer> {
    const { ctx, params } = request;
    const { id = '', name = '' } = params;
    const job = isUuid(id) ? await findExport(ctx.db, id, ctx.now) : null;
    if (job === null || name !== fileNameOf(job)) throw notFound();
    if (job.status === 'EXPIRED') throw gone();
    if (job.status !== 'DONE' || job.sha256 === null) throw notFound();
    const headers = {
      etag: `"${job.sha256}"`,
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
      'repr-digest': `sha-256=:${Buffer.from(job.sha256, 'hex').toString('base64')}:`,
    };
    if (hasAlready(request, job.sha256)) return { status: 304, headers };
    const bytes = Number(job.bytes);
    const range = rangeOf(request.headers['range'], bytes);
    if (range === 'unsatisfiable') {
      return { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` } };
    }
    const body = await ctx.storage.open(keyOfExport(id), range ?? undefined);
    if (body === null) throw gone();
    return {
      status: range === null ? 200 : 206,
      headers: {
        ...headers,
        'content-type': writerOf(storedExport(job.query)).mediaType,
        'content-disposition': `attachment; filename="${name}"`,
        'content-length': String(range === null ? bytes : range.end - range.start + 1),
        ...(range === null ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${bytes}` }),
      },
      body,
    };
  },
};

/** The one range of a `Range` header; null where the whole file answers it: no range, several, or none that is understood. */
function rangeOf(header: string | undefined, bytes: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start >= bytes || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end };
}

function notFound(): RouteRefusal {
  return new RouteRefusal(404, 'BAD_USER_INPUT', 'Ce fichier n’existe pas, ou n’est pas encore prêt.');
}

function gone(): RouteRefusal {
  return new RouteRefusal(
    410,
    'BAD_USER_INPUT',
    'Ce fichier n’est plus gardé, ou des valeurs ont été masquées depuis : refaites-le par sa requête.',
  );
}
