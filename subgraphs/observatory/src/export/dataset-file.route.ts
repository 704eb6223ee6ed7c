import type { Readable } from 'node:stream';
import {
  type Context,
  describeError,
  type Problem,
  problem,
  type Route,
  type RouteAnswer,
  RouteRefusal,
  type RouteRequest,
} from '@graphess/subgraph-kit';
import { describeDataset } from './catalogue.routes.ts';
import { checkedExport, problemsOfExport } from './check-export.ts';
import { hasAlready } from './conditional.ts';
import { downloads } from './downloads.ts';
import { type PlannedFile, planFile, writeFile } from './export-file.ts';
import { type ReadAddress, readAddress } from './read-address.ts';

const TEN_MINUTES_MS = 600_000;

/** A dataset as a file, made as it is read: `/datasets/ESS-FLORES.csv`, with the filters of the graph. */
export const datasetFile: Route = {
  method: 'GET',
  path: '/datasets/:file',
  publicPath: '/datasets/:file',
  maxBytes: 0,
  timeoutMs: TEN_MINUTES_MS,
  oneAtATime: true,
  async handler(request): Promise<RouteAnswer> {
    const { ctx, params, query } = request;
    const read = readAddress(params['file'] ?? '', query);
    if (read === null) return describeDataset(request, params['file'] ?? '');
    const plan = await planned(ctx, read);
    const headers = {
      etag: `"${plan.tag}"`,
      'cache-control': 'private, no-cache',
      'last-modified': new Date(plan.query.asOf).toUTCString(),
      link: [
        `<${ctx.publicUrl}/datasets/${plan.query.datasetCode}/schema.json>; rel="describedby"; type="application/json"`,
        `<${ctx.publicUrl}${plan.address}>; rel="canonical"`,
      ].join(', '),
    };
    if (hasAlready(request, plan.tag)) return { status: 304, headers };
    return {
      status: 200,
      headers: {
        ...headers,
        'content-type': plan.writer.mediaType,
        'content-disposition': `attachment; filename="${plan.fileName}"`,
      },
      body: await content(request, plan),
    };
  },
};

async function planned(ctx: Context, read: ReadAddress): Promise<PlannedFile> {
  const problems = [...read.problems, ...problemsOfExport(read.asked)];
  if (problems.length > 0) throw refused(problems);
  const plan = await planFile(ctx.db, checkedExport(read.asked));
  if ('unknown' in plan) throw notFound();
  if ('problems' in plan) throw refused(plan.problems);
  const { isDemonstration } = plan.state;
  if (read.isDemonstration !== null && read.isDemonstration !== isDemonstration) {
    throw refused([
      problem(
        'DEMONSTRATION_OTHERWISE',
        isDemonstration
          ? 'Ce jeu de données est inventé pour la démonstration.'
          : 'Ce jeu de données n’a rien d’inventé.',
        ['isDemonstration'],
      ),
    ]);
  }
  return plan;
}

/** The bytes as they are made. What fails once they have begun cuts the answer short: nobody takes it for whole. */
async function content({ ctx, signal }: RouteRequest, plan: PlannedFile): Promise<Readable> {
  const leave = downloads.takePlace();
  try {
    const { bytes, refusal } = await writeFile(ctx.background, plan, signal);
    if (refusal !== null) throw refused([problem('FORMAT_REFUSED', refusal, null)]);
    const body = downloads.stream(bytes);
    body.once('close', leave);
    body.on('error', (error) => {
      if (!signal.aborted)
        ctx.log?.warn({ requestId: ctx.requestId, ...describeError(error) }, 'a download was cut short');
    });
    return body;
  } catch (error) {
    leave();
    throw error;
  }
}

function refused(problems: readonly Problem[]): RouteRefusal {
  const told = problems.map(({ code, message, path }) => ({ code, message, parameter: path?.[0] ?? null }));
  return new RouteRefusal(400, 'BAD_USER_INPUT', problems.map(({ message }) => message).join(' '), {
    problems: told,
  });
}

function notFound(): RouteRefusal {
  return new RouteRefusal(404, 'BAD_USER_INPUT', 'Ce jeu de données, ou ce format, n’existe pas.');
}
