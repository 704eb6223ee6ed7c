import { createHash } from 'node:crypto';
import {
  type Context,
  type Route,
  type RouteAnswer,
  RouteRefusal,
  type RouteRequest,
} from '@graphess/subgraph-kit';
import type { CatalogDataset } from '../catalogue/catalog-dataset.ts';
import { catalogOf } from '../catalogue/catalog-jsonld.ts';
import { DISTRIBUTION_FORMATS } from '../catalogue/distribution-formats.ts';
import { tableSchemaOf } from '../catalogue/table-schema.ts';
import { isDatasetCode } from './check-export.ts';
import { hasAlready } from './conditional.ts';
import { catalogueTag, describedDatasets } from './described-datasets.queries.ts';

const LIMITS = { method: 'GET', maxBytes: 0, timeoutMs: 60_000 } as const;
const JSON_TYPE = 'application/json; charset=utf-8';

/** Descriptions read every observation of a dataset: they are kept until something is published. */
const described = new WeakMap<object, Map<string, { tag: string; datasets: Promise<CatalogDataset[]> }>>();

/** The catalogue of all datasets, for harvesters. */
export const catalogue: Route = {
  ...LIMITS,
  path: '/catalog.jsonld',
  publicPath: '/catalog.jsonld',
  handler: (request) =>
    answer(request, null, 'application/ld+json; charset=utf-8', (datasets, { publicUrl }) =>
      catalogOf(datasets, {
        publicUrl,
        title: 'Graph’ESS, l’économie sociale et solidaire par territoire',
        publisher: { name: 'Graph’ESS', url: publicUrl === '' ? null : publicUrl },
        contact: { name: 'Graph’ESS', email: null, url: publicUrl === '' ? null : publicUrl },
      }),
    ),
};

/** The columns of the tables of a dataset. */
export const datasetSchema: Route = {
  ...LIMITS,
  path: '/datasets/:file/schema.json',
  publicPath: '/datasets/:file/schema.json',
  handler: (request) =>
    answer(request, codeOf(request.params['file'] ?? ''), JSON_TYPE, ([dataset]) =>
      dataset === undefined ? null : tableSchemaOf(dataset),
    ),
};

/** What a dataset is and where its files are: the answer of its address without a format. */
export function describeDataset(request: RouteRequest, code: string): Promise<RouteAnswer> {
  return answer(request, codeOf(code), JSON_TYPE, ([dataset], { publicUrl }) => {
    if (dataset === undefined) return null;
    const address = `${publicUrl}/datasets/${dataset.code}`;
    return {
      ...dataset,
      schema: `${address}/schema.json`,
      files: DISTRIBUTION_FORMATS.map(({ title, writer, query }) => ({
        title,
        url: `${address}.${writer.extension}${query}`,
        mediaType: writer.mediaType,
      })),
    };
  });
}

async function answer(
  request: RouteRequest,
  code: string | null,
  type: string,
  write: (datasets: CatalogDataset[], ctx: Context) => object | null,
): Promise<RouteAnswer> {
  const { ctx } = request;
  const tag = await catalogueTag(ctx.db);
  const own = createHash('sha256').update(`${tag}\n${type}\n${code}\n${ctx.publicUrl}`).digest('hex');
  const headers = { etag: `"${own}"`, 'cache-control': 'private, no-cache' };
  const document = write(await datasetsOf(ctx, code, tag), ctx);
  if (document === null) throw notFound();
  if (hasAlready(request, own)) return { status: 304, headers };
  return { status: 200, headers: { ...headers, 'content-type': type }, body: JSON.stringify(document) };
}

function datasetsOf(ctx: Context, code: string | null, tag: string): Promise<CatalogDataset[]> {
  const kept = described.get(ctx.background) ?? new Map();
  described.set(ctx.background, kept);
  const name = code ?? '';
  const known = kept.get(name);
  if (known?.tag === tag) return known.datasets;
  const datasets = describedDatasets(ctx.background, code === null ? null : [code]);
  // Nothing is kept of a dataset that does not exist: anybody may name any number of them.
  datasets.then(
    ({ length }) => length === 0 && kept.delete(name),
    () => kept.delete(name),
  );
  kept.set(name, { tag, datasets });
  return datasets;
}

function codeOf(text: string): string {
  if (isDatasetCode(text)) return text;
  throw notFound();
}

function notFound(): RouteRefusal {
  return new RouteRefusal(404, 'BAD_USER_INPUT', 'Ce jeu de données n’existe pas.');
}
