import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';

export type GraphAnswer<Data> = { data: Data | null; errors: { message: string }[] };

/** Runs an operation of `operations/` (its path without extension) on a running platform. */
export async function runOperation<Data>(
  url: string,
  operation: string,
  variables: Record<string, unknown>,
): Promise<GraphAnswer<Data>> {
  return postQuery(
    url,
    readFileSync(join(PROJECT_ROOT, 'operations', `${operation}.graphql`), 'utf8'),
    variables,
  );
}

export async function postQuery<Data>(
  url: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<GraphAnswer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: Data | null; errors?: { message: string }[] };
  return { data: body.data ?? null, errors: body.errors ?? [] };
}
