import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT, ROLES } from '@graphess/platform';
import { expect, test } from 'vitest';
import { API_KEY_SCOPES } from '../access/api-key/check-new-api-key.ts';
import { domains } from '../subgraphs.ts';
import { permissionPage } from './permission-page.ts';

const rows = Object.values(domains).flatMap((domain) => [...domain.permissionRows().values()]);
const permits = rows.flatMap(({ rule, arguments: args }) => [
  ...(rule === 'public' ? [] : rule),
  ...Object.values(args).flat(),
]);

test('docs/permissions.md is what the tables say', () => {
  expect(readFileSync(join(PROJECT_ROOT, 'docs/permissions.md'), 'utf8')).toBe(permissionPage(domains));
});

test('the tables name no other role or scope than those that a viewer may have', () => {
  const unknown = permits.flatMap(({ roles, scopes }) => [
    ...roles.filter((role) => !ROLES.some((known) => known === role)),
    ...scopes.filter((scope) => !API_KEY_SCOPES.some((known) => known === scope)),
  ]);
  expect(unknown).toEqual([]);
});

test('personal data is asked for by people with a right to it, and by nobody else', () => {
  const open = rows.filter(({ personal, rule }) => personal && rule === 'public');
  expect(open.map(({ type, field }) => `${type}.${field}`)).toEqual([]);
});
