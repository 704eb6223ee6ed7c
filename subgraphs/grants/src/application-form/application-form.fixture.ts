import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { runRoute, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { APPLICANT } from '../testing/viewers.fixture.ts';

/** A form that may be filed under the fourth edition. */
export const COMPLETE_FORM = {
  structure: {
    ...{
      name: 'BicyclAide',
      siret: '732 829 320 00074',
      legalForm: '9220',
      address: '1 rue du Vélo, 92400 Courbevoie',
    },
    contact: { name: 'Claude Exemple', email: 'claude@exemple.fr' },
  },
  administration: { approvals: ['Jeunesse et éducation populaire, 2019'], paysBusinessTaxes: false },
  means: { volunteers: 40, employees: 3, fullTimeEquivalents: 2.5, members: 120 },
  organizationBudget: {
    year: 2025,
    lines: [
      { account: '64', label: 'Salaires', cents: 9_000_000 },
      { account: '74', label: 'Subventions', cents: 9_000_000 },
    ],
  },
  project: {
    ...{ title: 'La vélo-école du quartier', summary: 'Des cours de vélo au pied des immeubles.' },
    ...{
      objectives: 'Apprendre à rouler.',
      description: 'Deux cours par semaine.',
      beneficiaries: 'Cent habitants.',
    },
    ...{ territories: ['COM:92026'], startsOn: '2026-03-01', endsOn: '2026-12-31', evaluation: 'Présence.' },
    ...{ indicators: ['Nombre de cours'], requestedCents: 1_500_000, fundedItems: 'Des vélos.' },
  },
  projectBudget: {
    lines: [
      { account: '60', label: 'Vélos', cents: 2_000_001 },
      { account: '74', label: 'Département', cents: 1_500_000 },
      { account: '70', label: 'Adhésions', cents: 500_001 },
      { account: '86', label: 'Bénévolat', cents: 300_000 },
      { account: '87', label: 'Bénévolat', cents: 300_000 },
    ],
  },
  themes: ['SANTE_NUTRITION'],
  attestations: { declarationsUpToDate: true, republicanCommitment: true, rightToRepresent: true },
};

export const REFUSAL = `__typename
  ... on UserError { code message path }
  ... on ValidationError { problems { code message path } }
  ... on ConflictError { currentVersion }
  ... on PermissionError { requiredScope }
  ... on CallClosedError { closedAt }`;

export type Answered = {
  __typename: string;
  code?: string;
  message?: string;
  problems?: { code: string; message: string; path: string[] | null }[];
  currentVersion?: number | null;
  application?: { id: string; version: number; number: number | null; state: string };
} & Record<string, unknown>;

let keys = 0;

/** Runs a mutation of this slice and gives what came of it; with no key, a new one. */
export async function act(
  graph: TestSubgraph,
  viewer: Viewer,
  name: string,
  input: Record<string, unknown>,
  shown = '',
): Promise<Answered> {
  keys += 1;
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await graph
    .as(viewer)
    .run(`mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} ${shown} } }`, {
      input: { idempotencyKey: `key-${keys}`, ...input },
    });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.[name] as Answered;
}

const application = (success: string) => `... on ${success} { application { id version number state } }`;
export const STARTED = application('StartApplicationSuccess');
export const SAVED = `${application('SaveDraftSuccess')} ... on SaveDraftSuccess { warnings { code path } }`;
export const SUBMITTED = `${application('SubmitApplicationSuccess')} ... on SubmitApplicationSuccess { receiptUrl }`;
export const INSTRUCTED = application('InstructApplicationSuccess');

/** A draft with the complete form, or parts of another, and its two attachments. */
export async function aDraft(
  graph: TestSubgraph,
  {
    viewer = APPLICANT,
    form = {},
    attached = true,
  }: { viewer?: Viewer; form?: object; attached?: boolean } = {},
): Promise<{ id: string; version: number }> {
  const started = await act(graph, viewer, 'startApplication', { edition: 4 }, STARTED);
  const id = started.application?.id ?? '';
  const saved = await act(
    graph,
    viewer,
    'saveDraft',
    { id, expectedVersion: 1, form: { ...COMPLETE_FORM, ...form } },
    SAVED,
  );
  if (attached) {
    for (const kind of ['STATUTES', 'BANK_DETAILS']) await attach(graph, id, { kind, viewer });
  }
  return { id, version: saved.application?.version ?? 0 };
}

export const A_PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** Opens an attachment and sends its file; what the route answered. */
export async function attach(
  graph: TestSubgraph,
  applicationId: string,
  { kind = 'OTHER', viewer = APPLICANT, content = A_PDF, fileName = 'piece.pdf' } = {},
): Promise<Downloaded> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const opened = await act(
    graph,
    viewer,
    'addAttachment',
    { applicationId, kind, fileName, bytes: content.length, sha256 },
    '... on AddAttachmentSuccess { uploadUrl }',
  );
  return askRoute(graph, String(opened['uploadUrl']), { viewer, put: [content] });
}

export type Downloaded = { status: number; headers: Readonly<Record<string, string>>; bytes: Buffer };

/** Asks a route of grants, below `/files/grants`. */
export async function askRoute(
  { open }: TestSubgraph,
  address: string,
  { viewer = VISITOR, put }: { viewer?: Viewer; put?: Iterable<Buffer> | AsyncIterable<Buffer> } = {},
): Promise<Downloaded> {
  const url = new URL(address, 'http://localhost');
  const path = url.pathname.replace(/^\/files\/grants/, '');
  for (const route of open.subgraph.routes) {
    const match = new RegExp(`^${route.path.replaceAll(/:([a-z]+)/gi, '(?<$1>[^/]+)')}$`).exec(path);
    if (match === null || route.method !== (put === undefined ? 'GET' : 'PUT')) continue;
    const {
      status,
      headers = {},
      body = '',
    } = await runRoute(open, route, {
      ...{ viewer, requestId: 'test-request', params: { ...match.groups }, query: url.searchParams },
      ...{ headers: {}, body: Readable.from(put ?? []), signal: new AbortController().signal },
    });
    const bytes =
      typeof body === 'string' ? Buffer.from(body) : Buffer.isBuffer(body) ? body : await buffer(body);
    return { status, headers, bytes };
  }
  throw new RangeError(`No route for ${path}`);
}
