import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMAINS, PROJECT_ROOT, platformSettings } from '@graphess/platform';
import { dataSourceOf } from '@graphess/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { access } from '../access/access.ts';
import { issueKey } from '../access/api-key/issue-api-key.ts';
import { freePorts } from '../free-ports.ts';
import { startTracing } from '../seeing/tracing.ts';
import {
  asSuperuser,
  dropChecks,
  type FilledColumn,
  fillColumns,
  hitsIn,
  journalText,
  newMarkers,
  textColumns,
} from '../testing/canary.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { type TestIssuer, testIssuer } from '../testing/issuer.ts';
import { MODES, type TestPlatform, testPlatform } from '../testing/test-platform.ts';
import { traceCollector } from '../testing/trace-collector.ts';

/** What the tables hold of persons today. A table that comes with persons in it adds its columns here. */
const PERSONAL: readonly FilledColumn[] = [
  { table: 'observatory.organization_contact', column: 'as_printed' },
  { table: 'observatory.organization_contact', column: 'normalised' },
  { table: 'observatory.organization_merge', column: 'reason' },
  { table: 'observatory.organization_merge', column: 'undone_reason' },
  { table: 'observatory.quality_finding', column: 'statement' },
  { table: 'observatory.quality_resolution', column: 'note' },
  { table: 'observatory.claim_decision', column: 'reason' },
  { table: 'grants.review_assignment', column: 'recusal_reason' },
  { table: 'grants.conflict_lift', column: 'reason' },
  { table: 'grants.review', column: 'comment' },
  { table: 'grants.review_score', column: 'comment' },
  { table: 'grants.application_form', column: 'content', path: '{structure,contact,name}' },
  { table: 'grants.application_form_version', column: 'content', path: '{structure,contact,name}' },
  { table: 'grants.application_transition', column: 'reason' },
  { table: 'grants.attachment', column: 'file_name' },
  { table: 'grants.information_request', column: 'reason' },
  { table: 'grants.information_request', column: 'points', list: true },
  { table: 'grants.joint_project', column: 'summary' },
  { table: 'grants.payment_cancellation', column: 'reason' },
  { table: 'grants.report', column: 'reason' },
  { table: 'grants.report', column: 'summary' },
  { table: 'access.api_key', column: 'partner' },
];

/** What people decide, and say with it. */
const DECISIONS = `
  INSERT INTO grants.evaluation_criterion
  VALUES ('CALL:1', 'IMPACT', 0, 'Utilité sociale', 'Ce que l’on juge.', 1, 5);
  INSERT INTO grants.review_assignment (id, application_id, reviewer, assigned_at, assigned_by, declared_at)
  VALUES (gen_random_uuid(), 'APP:1-assol', 'PERSON:juror', now(), 'PERSON:agent', now());
  INSERT INTO grants.conflict_lift
  SELECT id, 'CLUB', 'Raison', now(), 'PERSON:agent' FROM grants.review_assignment;
  INSERT INTO grants.review (assignment_id, application_id, call_id, comment, saved_at, submitted_at)
  SELECT id, application_id, 'CALL:1', 'Avis', now(), now() FROM grants.review_assignment;
  INSERT INTO grants.review_score
  SELECT assignment_id, call_id, 'IMPACT', 5, 4, 'Avis' FROM grants.review;
  INSERT INTO grants.application_form
  VALUES ('APP:1-assol', '{"structure": {"contact": {"name": "Nom"}}}', now());
  INSERT INTO grants.application_form_version
  VALUES ('APP:1-assol', 1, now(), repeat('a', 64), '{"structure": {"contact": {"name": "Nom"}}}');
  INSERT INTO grants.application_transition
    (application_id, action, from_state, to_state, at, actor_role, actor, reason, journal_seq)
  VALUES ('APP:1-assol', 'AWARD', 'AUDITIONED', 'AWARDED', now(), 'agent', 'PERSON:agent', 'Raison', 1);
  INSERT INTO grants.attachment
    (id, application_id, kind, file_name, bytes, sha256, signature_hash, created_at, expires_at)
  VALUES (gen_random_uuid(), 'APP:1-assol', 'OTHER', 'Nom.pdf', 10, repeat('a', 64), '', now(), now());
  INSERT INTO grants.information_request VALUES ('APP:1-assol', 1, 'Raison', '{Question}', NULL, now());
  INSERT INTO grants.award VALUES ('APP:1-assol', 'CALL:1', 100, 'REF', now(), now(), 'PERSON:agent', 'SINGLE');
  INSERT INTO grants.report_schedule VALUES ('CALL:1', 'FINAL', 0, 'Bilan', 12);
  INSERT INTO grants.report
  VALUES ('APP:1-assol', 'FINAL', 'RETURNED', 1, 'Bilan', now(), 'PERSON:applicant', now(), 'PERSON:agent', 'Raison');
  INSERT INTO grants.payment_cancellation
    (application_id, number, cents, paid_on, reference, recorded_by, recorded_at, cancelled_by, cancelled_at, reason)
  VALUES ('APP:1-assol', 1, 100, now(), 'MANDAT', 'PERSON:agent', now(), 'PERSON:other', now(), 'Raison');
  INSERT INTO observatory.organization_merge
  VALUES (gen_random_uuid(), 'ORG:reprise', 'ORG:assol', 'Doublon', now(), now(), 'Erreur');
  INSERT INTO observatory.quality_resolution
  SELECT id, 'ACCEPTED', 'Note', now() FROM observatory.quality_finding;
  INSERT INTO observatory.claim_decision
  SELECT DISTINCT ON (subject, field) subject, field, id, 'Raison', now() FROM observatory.claim;`;

/** What an agent reads of an application and nobody else does. */
const PRIVATE_READING = {
  query: `query ($id: ID!) { application(id: $id) {
    form { structure { contact { name email } } } formVersions { number } attachments { fileName }
    history { reason } pendingRequest { reason points } reportsDue { summary reason } payments { number }
    reviewAssignments { recusalReason } reviews { comment } scorecard { weightedMean } letters { id } nextSteps { none }
  } }`,
  variables: { id: 'APP:1-assol' },
};

const SHIPPED = globSync('operations/**/*.graphql', { cwd: PROJECT_ROOT })
  .sort()
  .map((file) => {
    const [variables] = globSync(file.replace('.graphql', '.variables.json'), { cwd: PROJECT_ROOT });
    return {
      query: readFileSync(join(PROJECT_ROOT, file), 'utf8'),
      variables: (variables === undefined
        ? {}
        : JSON.parse(readFileSync(join(PROJECT_ROOT, variables), 'utf8'))) as Record<string, unknown>,
    };
  });

const OPERATIONS = [...SHIPPED, PRIVATE_READING];

let collector: Awaited<ReturnType<typeof traceCollector>>;
let issuer: TestIssuer;
const printed: string[] = [];
beforeAll(async () => {
  collector = await traceCollector();
  issuer = await testIssuer();
  for (const [name, value] of Object.entries(collector.env)) vi.stubEnv(name, value);
  await startTracing(platformSettings(collector.env), 'canary');
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, 'write').mockImplementation((chunk: string | Uint8Array) => {
      printed.push(String(chunk));
      return write(chunk);
    });
  }
});
afterAll(async () => {
  vi.restoreAllMocks();
  await issuer.stop();
  await collector.stop();
});

describe.each(MODES)('%s', (mode) => {
  const { stored, sent } = newMarkers();
  const captured = capturedLog('trace');
  const answers: { ok: boolean; text: string; errors: string }[] = [];
  let platform: TestPlatform;
  let metricsUrl: string;
  let token: string;

  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    metricsUrl = `http://127.0.0.1:${port}/metrics`;
    platform = await testPlatform({
      mode,
      log: captured.log,
      env: { ...issuer.env, METRICS_PORT: String(port) },
    });
    token = await issuer.token({ roles: ['admin', 'agent'] });
  });
  afterAll(() => platform.stop());

  async function ask(path: string, init: RequestInit): Promise<void> {
    const response = await fetch(`${platform.url}${path}`, init);
    const text = await response.text();
    const errors = /"errors":(\[.*\])/s.exec(text)?.[1] ?? (response.ok ? '' : text);
    answers.push({ ok: response.ok, text, errors });
  }
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const runAll = async (replace: (variables: Record<string, unknown>) => Record<string, unknown>) => {
    for (const { query, variables } of OPERATIONS) await post({ query, variables: replace(variables) });
  };
  const asMarker = (value: unknown): unknown => {
    if (typeof value === 'string') return sent;
    if (Array.isArray(value)) return value.map(asMarker);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asMarker(each)]));
  };

  test('every personal column holds the marker', async () => {
    const own = await dataSourceOf(access, { url: platform.databaseUrl, as: 'runtime' }).initialize();
    await own.transaction((tx) =>
      issueKey(
        tx,
        {
          partner: 'Test',
          scopes: ['statistics:read'],
          organizationId: null,
          networks: [],
          months: 1,
          quotaPerMinute: 60,
        },
        { actorKind: 'service', actor: null, requestId: 'canary', now: new Date(), posture: 'live' },
      ),
    );
    await own.destroy();
    await asSuperuser(platform.databaseUrl, async (client) => {
      await client.query(DECISIONS);
      await dropChecks(
        client,
        PERSONAL.map(({ table }) => table),
      );
      expect(await fillColumns(client, PERSONAL, stored)).toEqual(PERSONAL);
    });
    await runAll((variables) => variables);
    expect(answers.at(-1)?.errors).toBe('');
    expect(answers.at(-1)?.text.split(stored).length).toBeGreaterThan(8);
    expect(answers.filter(({ text }) => !text.includes('"errors"')).length).toBeGreaterThan(10);
  });

  test('whatever is sent: bad input, forged credentials, strange headers', async () => {
    await runAll((variables) => asMarker(variables) as Record<string, unknown>);
    const literal = JSON.stringify(sent);
    for (const query of [
      `{ node(id: ${literal}) { id } }`,
      `{ node(id: ${JSON.stringify(`ORG:${sent.repeat(250)}`)}) { id } }`,
      `{ territory(code: ${literal}) { id } }`,
      `{ organizations(search: ${literal}) { totalCount } }`,
      `{ territory(code: "${sent}`,
      `{ calls(first: ${literal}) { edition } }`,
      `# ${sent}\n{ calls { edition } }`,
    ]) {
      await post({
        query,
        variables: { [sent]: sent },
        extensions: { persistedQuery: { sha256Hash: sent } },
      });
      await post({ query, variables: { input: { email: sent } } });
    }
    await post(`{"query": "${sent}`);
    await post({ query: '{ calls { edition } }', operationName: sent });
    const claims = Buffer.from(JSON.stringify({ sub: sent, email: sent })).toString('base64url');
    for (const headers of [
      { authorization: `Bearer ${sent}` },
      { authorization: `Bearer eyJhbGciOiJub25lIn0.${claims}.` },
      { authorization: `Bearer ess_live_${sent}` },
      { authorization: `Basic ${Buffer.from(sent).toString('base64')}` },
      { 'x-api-key': `ess_live_${sent}`, authorization: '' },
      { cookie: `graphess=${sent}; __Host-graphess=${sent}`, authorization: '' },
      {
        'user-agent': sent,
        referer: `https://x/${sent}`,
        origin: `https://${sent}.example`,
        'x-forwarded-for': sent,
      },
    ]) {
      await post({ query: '{ calls { edition } }' }, headers);
    }
    for (const path of [
      `/${sent}`,
      `/graphql?query=${sent}`,
      `/graphql?query={calls{edition}}&variables=${sent}`,
      `/auth/callback?code=${sent}&state=${sent}`,
    ]) {
      await ask(path, { headers: { cookie: `graphess=${sent}` } });
    }
  });

  test('every column of text of every domain: enumerations and dates that are none, for the bugs they make', async () => {
    await asSuperuser(platform.databaseUrl, async (client) => {
      const filled = await fillColumns(client, await textColumns(client, DOMAINS), stored);
      expect(filled.length).toBeGreaterThan(50);
    });
    await runAll((variables) => variables);
    expect(answers.some(({ text }) => text.includes(stored))).toBe(true);
    expect(captured.lines('unexpected error').length).toBeGreaterThan(0);
  });

  test('a subgraph that is down, a database that is gone', async () => {
    await platform.kill('grants');
    await runAll((variables) => variables);
    const name = new URL(platform.databaseUrl).pathname.slice(1);
    const postgres = new URL(platform.databaseUrl);
    postgres.pathname = '/postgres';
    const open = (allowed: boolean) =>
      asSuperuser(postgres.toString(), async (client) => {
        await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`);
        await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
          name,
        ]);
      });
    const before = answers.length;
    await open(false);
    await runAll((variables) => variables);
    await open(true);
    expect(answers.slice(before).filter(({ errors }) => errors !== '').length).toBeGreaterThan(10);
  });

  test('nothing of it is in the logs, the errors, the metrics, the traces or the journals', async () => {
    const claims = Buffer.from(JSON.stringify({ sub: sent, email: sent })).toString('base64url');
    const everything = [stored, sent, claims, token];
    const metrics = await (await fetch(metricsUrl)).text();
    const journal = await asSuperuser(platform.databaseUrl, (client) => journalText(client, DOMAINS));
    await expect.poll(() => collector.spans().length, { timeout: 10_000 }).toBeGreaterThan(100);
    const requests = captured.lines('request').length;
    expect([
      requests >= answers.length,
      metrics.includes('graphess_requests_total'),
      journal.length > 0,
    ]).toEqual([true, true, true]);
    expect({
      log: hitsIn(captured.text(), everything),
      printed: hitsIn(printed.join(''), everything),
      errors: hitsIn(answers.map(({ errors }) => errors).join('\n'), [stored, token]),
      metrics: hitsIn(metrics, everything),
      traces: hitsIn(collector.text(), everything),
      journal: hitsIn(journal, everything),
    }).toEqual({ log: [], printed: [], errors: [], metrics: [], traces: [], journal: [] });
  });

  test('a line that told the variables would be caught, and so would its hexadecimal form', () => {
    captured.log.info({ variables: { email: stored } }, 'request');
    captured.log.info({ body: Buffer.from(sent).toString('hex') }, 'request');
    expect(hitsIn(captured.text(), [stored, sent])).toEqual([stored, sent]);
  });
});
