import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';

export const ADMIN: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:admin-1', roles: ['admin'] };
export const OTHER_ADMIN: Viewer = { ...ADMIN, subject: 'PERSON:admin-2' };

export type Created = { apiKey: { id: string; prefix: string }; secret: string };

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  ... on CreateApiKeySuccess { apiKey { id prefix } secret } ... on UserError { code message } } }`;

let made = 0;

/** A key as an administrator makes it; what is not given is plain. */
export async function createKey(graph: TestSubgraph, input: Record<string, unknown> = {}): Promise<Created> {
  made += 1;
  const complete = {
    idempotencyKey: `fixture-${made}`,
    partner: 'CRESS Île-de-France',
    scopes: ['statistics:read'],
    ...input,
  };
  const { data, errors } = await graph.as(ADMIN).run(CREATE, { input: complete });
  const created = data?.['createApiKey'] as Partial<Created> | undefined;
  if (created?.apiKey === undefined) throw new Error(JSON.stringify({ created, errors }));
  return created as Created;
}

export async function runAs(
  graph: TestSubgraph,
  viewer: Viewer,
  query: string,
  input: Record<string, unknown>,
): Promise<unknown> {
  const { data, errors } = await graph.as(viewer).run(query, { input });
  return errors?.map(({ extensions }) => extensions?.['code']) ?? Object.values(data ?? {})[0];
}

/** What the journal of the door holds of keys, in the order in which it was written. */
export function journalOf(graph: TestSubgraph, target: string | null): Promise<Record<string, unknown>[]> {
  return graph.db.query(
    'SELECT action, actor_kind, actor, request_id, details FROM journal WHERE target IS NOT DISTINCT FROM $1 ORDER BY seq',
    [target],
  );
}
