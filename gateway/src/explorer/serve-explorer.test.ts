import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createLog } from '@graphess/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttp } from '../http/create-http.ts';
import { registerExplorer } from './serve-explorer.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const GRAPH_ANSWER = { data: { graph: true } };

let folder: string;
let app: FastifyInstance;
let explorer: { directory: string | null; failed: boolean };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'graphess-explorer-'));
  write('built/index.html', '<!doctype html><title>Graph’ESS — explorateur</title>');
  write('built/assets/index-abc.js', 'export {};');
  write('secret.txt', 'not to be served');
  explorer = { directory: join(folder, 'built'), failed: false };
  ({ app } = await createHttp({
    log: createLog({ name: 'test', level: 'silent', pretty: false }),
    production: false,
    maxInFlight: 100,
    corsOrigins: [],
  }));
  await registerExplorer(
    app,
    { directory: () => explorer.directory, failed: () => explorer.failed },
    { operationsDir: join(folder, 'operations') },
  );
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler: async () => GRAPH_ANSWER });
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const get = (url: string, accept?: string) =>
  app.inject({ method: 'GET', url, headers: accept === undefined ? {} : { accept } });

describe('the page and the graph at one address', () => {
  test('a browser gets the page, which may speak to no other host', async () => {
    const response = await get('/graphql', BROWSER);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.body).toBe('<!doctype html><title>Graph’ESS — explorateur</title>');
    const policy = String(response.headers['content-security-policy']).split('; ');
    expect(policy[0]).toBe("default-src 'self'");
    expect(policy.filter((directive) => /\bhttps?:|[\s]\*/.test(directive))).toEqual([]);
  });

  test.each([
    undefined,
    '*/*',
    'application/json',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json, text/html',
    'text/html;q=0.5, application/json',
    'text/html;q=0',
  ])('an API client gets the graph (Accept: %s)', async (accept) => {
    const response = await get('/graphql?query={graph}', accept);
    expect(response.json()).toEqual(GRAPH_ANSWER);
  });

  test('a POST is for the graph, whatever it accepts', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { accept: BROWSER },
      payload: { query: '{ graph }' },
    });
    expect(response.json()).toEqual(GRAPH_ANSWER);
  });
});

describe('before the explorer is built', () => {
  test('the page says so and asks again by itself', async () => {
    explorer.directory = null;
    const { body } = await get('/graphql', BROWSER);
    expect(/<h1>(.*)<\/h1>/.exec(body)?.[1]).toBe('L’explorateur est en préparation');
    expect(/<meta http-equiv="refresh" content="(\d+)">/.exec(body)?.[1]).toBe('2');
    expect((await get('/explorer/assets/index-abc.js')).statusCode).toBe(404);
  });

  test('after a failure the page says that the graph still answers, and does not ask again', async () => {
    explorer = { directory: null, failed: true };
    const { body } = await get('/graphql', BROWSER);
    expect(/<h1>(.*)<\/h1>/.exec(body)?.[1]).toBe('L’explorateur n’a pas pu être préparé');
    expect(/http-equiv="refresh"/.test(body)).toBe(false);
    expect((await get('/graphql')).json()).toEqual(GRAPH_ANSWER);
  });
});

describe('the files', () => {
  test('are cached for ever, their names changing with their contents', async () => {
    const response = await get('/explorer/assets/index-abc.js');
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe('export {};');
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(response.headers['content-security-policy']).toBe("default-src 'self'");
  });

  test('an unknown file is a 404 that nothing may cache', async () => {
    const response = await get('/explorer/assets/unknown.js');
    expect(response.statusCode).toBe(404);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test.each([
    '/explorer/assets/../../secret.txt',
    '/explorer/assets/..%2f..%2fsecret.txt',
    '/explorer/assets/%2e%2e/%2e%2e/secret.txt',
    '/explorer/assets/..%5c..%5csecret.txt',
    '/explorer/assets/%2e%2e%2findex.html',
    '/explorer/../secret.txt',
    '/explorer/index.html',
  ])('nothing outside the folder of assets is served: %s', async (url) => {
    const response = await get(url);
    expect([url, Math.floor(response.statusCode / 100)]).toEqual([url, 4]);
  });
});

describe('library.json', () => {
  const list = async () => (await get('/explorer/library.json')).json();

  test('lists the titled operations by persona, with their variables, as they are at the time of asking', async () => {
    expect(await list()).toEqual({ operations: [] });
    const byTown =
      '# Élu · les chiffres d’une commune\nquery Town($code: String!) { territory(code: $code) { name } }\n';
    const calls = '# Agent · les éditions\n{ calls { id } }\n';
    write('operations/z/calls.graphql', calls);
    write('operations/elu/town.graphql', byTown);
    write('operations/elu/town.variables.json', '{ "code": "92050" }\n');
    write('operations/facts/claims.graphql', '# Every claim, page after page\n{ claims { totalCount } }\n');
    expect(await list()).toEqual({
      operations: [
        { id: 'z/calls', persona: 'Agent', title: 'Les éditions', operation: calls, variables: null },
        {
          id: 'elu/town',
          persona: 'Élu',
          title: 'Les chiffres d’une commune',
          operation: byTown,
          variables: '{\n  "code": "92050"\n}',
        },
      ],
    });
  });

  test('shows variables that are not JSON as they are written', async () => {
    write('operations/a/a.graphql', '# A · a\n{ a }\n');
    write('operations/a/a.variables.json', '{ "a": ');
    const { operations } = await list();
    expect(operations.map(({ variables }: { variables: string }) => variables)).toEqual(['{ "a": ']);
  });
});
