import { expect } from 'vitest';
import type { TestPlatform } from '../testing/test-platform.ts';

/** What the graph answers to a query that must raise no error. */
export async function answerOf<Data>(
  graph: TestPlatform,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Data> {
  const { data, errors } = await graph.query<Data>(query, variables, headers);
  expect(errors).toEqual([]);
  return data ?? expect.fail('The graph gave no data');
}
