import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { expect, test } from 'vitest';
import { domains } from '../subgraphs.ts';
import { committedRoutes, printRoutes } from './route-table.ts';

test('schema/routes.json is what the domains declare', () => {
  expect(readFileSync(join(PROJECT_ROOT, 'schema/routes.json'), 'utf8')).toBe(printRoutes(domains));
  expect(committedRoutes()).toEqual(JSON.parse(printRoutes(domains)));
});

test('the table holds addresses and limits, and no code', () => {
  const route = { method: 'PUT', path: '/books/:id/cover', maxBytes: 10, timeoutMs: 20 } as const;
  const handler = async () => ({ status: 200 });
  expect(JSON.parse(printRoutes({ library: { routes: [{ ...route, handler }] } }))).toEqual([
    { domain: 'library', ...route },
  ]);
});
