import { expect, test } from 'vitest';
import { checkRoutes, type RouteLimits, routeUrl } from './route.ts';

const route: RouteLimits = { method: 'GET', path: '/books/:id/cover', maxBytes: 0, timeoutMs: 1_000 };

test('a route has one address, at the subgraph and at the gateway', () => {
  expect(routeUrl('library', route)).toBe('/files/library/books/:id/cover');
  expect(() =>
    checkRoutes('library', [
      { ...route, publicPath: '/covers/:id' },
      { ...route, method: 'PUT' },
      { ...route, path: '/books/:id' },
      { ...route, path: '/catalog.jsonld' },
    ]),
  ).not.toThrow();
});

test.each([
  ['a path without a slash', { path: 'books' }, 'an odd path: books'],
  ['a path that ends with one', { path: '/books/' }, 'an odd path: /books/'],
  ['a path that goes up', { path: '/books/../graphql' }, 'an odd path: /books/../graphql'],
  ['a wildcard', { path: '/books/*' }, 'an odd path: /books/*'],
  ['a pattern', { path: '/books/:id(\\d+)' }, 'an odd path'],
  ['a public path that lacks a part', { publicPath: '/covers' }, 'an odd public path: /covers'],
  ['a public path that goes up', { publicPath: '/../:id' }, 'an odd public path: /../:id'],
  ['no size', { maxBytes: Number.NaN }, 'without limits: GET /books/:id/cover'],
  ['no time', { timeoutMs: Number.POSITIVE_INFINITY }, 'without limits: GET /books/:id/cover'],
  ['the same address under another name', { path: '/books/:isbn/cover' }, 'twice: GET /books/:isbn/cover'],
])('%s is refused at the start', (_case, change, problem) => {
  expect(() => checkRoutes('library', [route, { ...route, ...change }])).toThrow(problem);
});
