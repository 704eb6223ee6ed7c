import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTokenOf } from '../testing/access-token-of.ts';
import { MODES, type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const DATASET = 'ESS-PANORAMA-92';

describe.each(MODES)('files in %s', (mode) => {
  let graph: TestPlatform;
  let producer: Record<string, string>;
  beforeAll(async () => {
    graph = await testPlatform({ mode });
    producer = { authorization: `Bearer ${await accessTokenOf(graph.url, 'producer')}` };
  });
  afterAll(() => graph.stop());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, graph.url), { headers });

  test('a dataset has the same file at the root and below its domain, and a repeated read is 304', async () => {
    const root = await get(`/datasets/${DATASET}.csv`);
    const text = await root.text();
    const below = await get(`/files/observatory/datasets/${DATASET}.csv`);
    expect([root.status, text === (await below.text()), text.includes('COM:92050')]).toEqual([
      200,
      true,
      true,
    ]);
    const tag = root.headers.get('etag') ?? '';
    const again = await get(`/datasets/${DATASET}.csv`, { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect(root.headers.get('content-security-policy')).toBe(`default-src 'none'; sandbox`);
    expect(root.headers.get('x-content-type-options')).toBe('nosniff');
    expect(root.headers.get('link')).toContain(
      `<${graph.url}/datasets/${DATASET}/schema.json>; rel="describedby"`,
    );
  });

  test('a catalogue, a description and a refusal', async () => {
    const catalogue = await get('/catalog.jsonld');
    // One after the other: a reader has one place at the files of datasets.
    const described = await get(`/datasets/${DATASET}`);
    expect(await described.json()).toMatchObject({ code: DATASET });
    const wrong = await get(`/datasets/${DATASET}.csv?territories=Meudon&from=vingt`);
    expect([catalogue.status, catalogue.headers.get('content-type')]).toEqual([
      200,
      'application/ld+json; charset=utf-8',
    ]);
    const { errors } = (await wrong.json()) as { errors: { extensions: { problems: { code: string }[] } }[] };
    expect([wrong.status, errors[0]?.extensions.problems.map(({ code }) => code)]).toEqual([
      400,
      ['YEAR_MALFORMED', 'TERRITORY_MALFORMED'],
    ]);
  });

  test('an export is made by itself, and its address gives the bytes of its hash', async () => {
    const { data } = await graph.query<{ createExport: { id: string } }>(
      `mutation ($input: CreateExportInput!) { createExport(input: $input) { ... on ExportJob { id } ... on UserError { message } } }`,
      { input: { datasetCode: DATASET, format: 'JSONL', idempotencyKey: 'story' } },
      producer,
    );
    const read = async () =>
      (
        await graph.query<{ export: { status: string; url: string | null; sha256: string } }>(
          'query ($id: ID!) { export(id: $id) { status url sha256 } }',
          { id: data?.createExport.id },
        )
      ).data?.export;
    await expect.poll(async () => (await read())?.status, { timeout: 15_000 }).toBe('DONE');
    const made = await read();
    expect(made?.url?.startsWith(graph.url)).toBe(true);
    const file = await fetch(made?.url ?? '');
    expect(
      createHash('sha256')
        .update(await file.bytes())
        .digest('hex'),
    ).toBe(made?.sha256);
  });

  test('an upload goes to its address, with its sender’s token, once', async () => {
    const content = 'a;b\n'.repeat(100_000);
    const input = {
      fileName: 'flores.csv',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      idempotencyKey: 'story',
    };
    const { data } = await graph.query<{ createUpload: { url: string } }>(
      'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { ... on Upload { url } ... on UserError { message } } }',
      { input },
      producer,
    );
    const put = (headers: Record<string, string>) =>
      fetch(data?.createUpload.url ?? '', { method: 'PUT', body: content, headers });
    const statuses = [];
    for (const headers of [{}, producer, producer]) statuses.push((await put(headers)).status);
    expect(statuses).toEqual([401, 201, 409]);
  });
});
