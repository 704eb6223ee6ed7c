import { expect, test } from 'vitest';
import { claimAt, organizationOf, rolesOf } from './claims.rules.ts';

test.each([
  [['roles'], { roles: ['a'] }, ['a']],
  [['realm_access', 'roles'], { realm_access: { roles: ['a'] } }, ['a']],
  [['https://example', 'org/roles'], { 'https://example.org/roles': ['a'] }, ['a']],
  [['realm_access', 'roles'], { realm_access: 'roles' }, undefined],
  [['constructor', 'name'], {}, undefined],
  [['__proto__'], {}, undefined],
])('the claim at %j', (path, claims, value) => {
  expect(claimAt(claims, path)).toEqual(value);
});

const MAP = new Map([
  ['dept-instructeur', 'agent'],
  ['jury', 'juror'],
  ['jury-2', 'juror'],
]);

test.each([
  [
    ['jury', 'dept-instructeur'],
    ['agent', 'juror'],
  ],
  [['jury', 'jury-2'], ['juror']],
  ['jury dept-instructeur', ['agent', 'juror']],
  [['admin', 'agent', 'juror'], ['applicant']],
  [[1, null, {}], ['applicant']],
  [{ jury: true }, ['applicant']],
  [undefined, ['applicant']],
])('of what the provider states, %j, these are roles', (stated, roles) => {
  expect(rolesOf(stated, MAP, ['applicant'])).toEqual(roles);
});

test.each([
  ['ORG:cress-idf', { id: 'ORG:cress-idf' }],
  ['732 829 320 00074', { siret: '73282932000074' }],
  [['73282932000074'], { siret: '73282932000074' }],
  ['73282932000075', null],
  ['COM:92050', null],
  ['ORG:', null],
  [['ORG:a', 'ORG:b'], null],
  [12, null],
  [undefined, null],
])('of what the provider states, %j, this is the organisation', (stated, organization) => {
  expect(organizationOf(stated)).toEqual(organization);
});
