import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import { maximumCostOf } from './cost-plugin.ts';

const MAXIMUM = { visitor: 1, person: 2, agent: 3 };
const person = (...roles: string[]): Viewer => ({ ...VISITOR, kind: 'person', subject: 's', roles });

test.each<[string, Viewer, number]>([
  ['a visitor', VISITOR, 1],
  ['a key', { ...VISITOR, kind: 'key', subject: 'k', scopes: ['statistics:read'] }, 1],
  ['somebody signed in', person(), 2],
  ['an applicant', person('applicant'), 2],
  ['an agent', person('applicant', 'agent'), 3],
  ['an administrator', person('admin'), 3],
  ['a service of the platform', { ...VISITOR, kind: 'service', subject: 'x' }, 3],
])('the maximum of %s', (_case, viewer, expected) => {
  expect(maximumCostOf(viewer, MAXIMUM)).toBe(expected);
});
