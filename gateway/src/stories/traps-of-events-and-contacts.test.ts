import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessTokenOf } from '../testing/access-token-of.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';
import { answerOf } from './answer-of.ts';

let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process' });
});
afterAll(() => graph.stop());

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const PHONE = /(?<![\d.,])(?:(?:\+|00)33[ .-]?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/g;
const found = (pattern: RegExp, text: string) => [...new Set(text.match(pattern) ?? [])].sort();

test('T14: the morning has 14 slots of 15 minutes in its 3 h 30 of meetings, and all its names lead to one event', async () => {
  type Morning = {
    startsAt: string;
    endsAt: string;
    aliases: string[];
    speedMeetings: { slotMinutes: number; slots: number };
    claims: { field: string; statement: string; current: boolean }[];
  };
  const { event, others } = await answerOf<{ event: Morning; others: Record<string, unknown> }>(
    graph,
    `{
      event(slug: "matinee-financements-impact-2024-11-13") {
        startsAt endsAt aliases speedMeetings { slotMinutes slots } claims { field statement current }
      }
      others: events(filter: { types: [FUNDING_MORNING], isDemonstration: false }) { nodes { slug } }
    }`,
  );
  const { claims, ...programme } = event;
  expect(programme).toEqual({
    startsAt: '2024-11-13T07:30:00.000Z',
    endsAt: '2024-11-13T12:30:00.000Z',
    aliases: [
      'MFI',
      'MFS',
      'Matinée du financement solidaire',
      'matinée de financements à impact',
      'matinales du financement à impact',
    ],
    speedMeetings: { slotMinutes: 15, slots: 14 },
  });
  const { slots, slotMinutes } = event.speedMeetings;
  expect(slots * slotMinutes).toBe(3 * 60 + 30);
  const statementsOf = (field: string) =>
    claims.filter((claim) => claim.field === field).map(({ statement, current }) => ({ statement, current }));
  expect(statementsOf('speedMeetings')).toEqual([
    { statement: '3H30 de speed meetings de 15 minutes chacun', current: true },
  ]);
  expect(statementsOf('name')).toEqual([
    { statement: 'Matinée des Financements à Impact et de l’ESS', current: true },
    { statement: 'Matinée du financement solidaire', current: false },
    { statement: 'matinales du financement à impact', current: false },
    { statement: 'matinée de financements à impact', current: false },
  ]);
  expect(others).toEqual({ nodes: [{ slug: 'matinee-financements-impact-2024-11-13' }] });
});

test('T16: the funding instruments are a closed list of eleven', async () => {
  const { fundingInstruments } = await answerOf<{ fundingInstruments: { code: string; label: string }[] }>(
    graph,
    '{ fundingInstruments { code label } }',
  );
  expect(Object.fromEntries(fundingInstruments.map(({ code, label }) => [code, label] as const))).toEqual({
    MICROCREDIT: 'Microcrédit',
    PRET_HONNEUR: 'Prêt d’honneur',
    FINANCE_SOLIDAIRE: 'Finance solidaire',
    LOVE_MONEY: 'Love money',
    BUSINESS_ANGELS: 'Business angels',
    FONDS_INVESTISSEMENT: 'Fonds d’investissement',
    AFFACTURAGE: 'Affacturage',
    LEASE_BACK: 'Lease-back',
    CROWDFUNDING: 'Crowdfunding',
    CROWDLENDING: 'Crowdlending',
    BARTERING: 'Bartering',
  });
  expect(fundingInstruments.length).toBe(11);
});

/** Who sends the operations of a folder; visitors send the others. */
const SENDER: Readonly<Record<string, string>> = { agent: 'agent', jury: 'juror' };

/** Every page of every operation of the project, as text. */
async function answersOfOperations(): Promise<string> {
  const folder = join(PROJECT_ROOT, 'operations');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const answers: string[] = [];
  for (const file of files.filter((each) => each.endsWith('.graphql'))) {
    const given = file.replace('.graphql', '.variables.json');
    const variables: Record<string, unknown> = files.includes(given)
      ? JSON.parse(readFileSync(join(folder, given), 'utf8'))
      : { code: 'DEP:92' };
    const sender = SENDER[dirname(file)];
    const headers: Record<string, string> =
      sender === undefined ? {} : { authorization: `Bearer ${await accessTokenOf(graph.url, sender)}` };
    let after: string | null = null;
    do {
      const page: Record<string, { pageInfo?: { hasNextPage: boolean; endCursor: string } } | null> =
        await answerOf(graph, readFileSync(join(folder, file), 'utf8'), { ...variables, after }, headers);
      answers.push(JSON.stringify(page));
      const lists = Object.values(page).map((list) => list?.pageInfo);
      after = lists.find((each) => each?.hasNextPage)?.endCursor ?? null;
    } while (after !== null);
  }
  return answers.join('\n');
}

/** The rows of every table of every domain that hold an at sign, as text. */
async function rowsWithAnAt(): Promise<string> {
  const rows: string[] = [];
  for (const { db } of graph.open.values()) {
    const tables: { name: string }[] = await db.query(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const found: { text: string }[] = await db.query(
        `SELECT stored::text AS text FROM "${name}" AS stored WHERE stored::text LIKE '%@%'`,
      );
      rows.push(...found.map(({ text }) => text));
    }
  }
  return rows.join('\n');
}

test('T18: no operation gives a phone, nor an e-mail but those of the programme; an e-mail that names a person is not even stored', async () => {
  type Contact = { kind: string; printed: string | null; nominative: boolean };
  const contacts: Contact[] =
    (await graph.open
      .get('observatory')
      ?.db.query('SELECT kind, as_printed AS printed, nominative FROM organization_contact')) ?? [];
  expect(contacts.filter(({ nominative }) => nominative)).toEqual(
    Array.from({ length: 4 }, () => ({ kind: 'EMAIL', printed: null, nominative: true })),
  );
  const printed = (kind: string) => [
    ...new Set(contacts.flatMap((each) => (each.kind === kind && each.printed ? [each.printed] : []))),
  ];
  // The patterns are worth what they find where contacts are known to be.
  expect(found(PHONE, printed('PHONE').join('\n'))).toEqual(printed('PHONE').sort());
  expect(found(EMAIL, await rowsWithAnAt())).toEqual(printed('EMAIL').sort());

  const answers = await answersOfOperations();
  expect([found(EMAIL, answers), found(PHONE, answers)]).toEqual([
    ['innoveco@hauts-de-seine.fr', 'progress@hauts-de-seine.fr'],
    [],
  ]);
});

test('T19: the documents name no SIAE: every one is a demonstration, and says that it is invented', async () => {
  type Siae = { isDemonstration: boolean; sources: unknown; organization: unknown };
  type Page = { nodes: Siae[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } };
  const nodes: Siae[] = [];
  let total = 0;
  let after: string | null = null;
  do {
    const { siaes }: { siaes: Page } = await answerOf(
      graph,
      `query ($after: String) {
        siaes(first: 100, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { isDemonstration sources { citation } organization { isDemonstration } }
        }
      }`,
      { after },
    );
    nodes.push(...siaes.nodes);
    total = siaes.totalCount;
    after = siaes.pageInfo.hasNextPage ? siaes.pageInfo.endCursor : null;
  } while (after !== null);
  const invented = {
    isDemonstration: true,
    sources: [
      {
        citation:
          'Données inventées par Graph’ESS pour la démonstration : elles ne décrivent aucune structure réelle.',
      },
    ],
    organization: { isDemonstration: true },
  };
  expect(total).toBeGreaterThan(0);
  expect(nodes).toEqual(Array.from({ length: total }, () => invented));
  const { department, ...real } = await answerOf<{ department: { claims: { field: string }[] } }>(
    graph,
    `{
      siaes(filter: { isDemonstration: false }) { totalCount }
      organizations(filter: { isDemonstration: false, roles: [SIAE] }) { totalCount }
      department: territory(code: "DEP:92") { claims { field statement } }
    }`,
  );
  expect(real).toEqual({ siaes: { totalCount: 0 }, organizations: { totalCount: 0 } });
  expect(department.claims.filter(({ field }) => field === 'emptySections')).toEqual([
    {
      field: 'emptySections',
      statement:
        'Deux titres sont imprimés sans texte : « Financement et accompagnement des Structures d’Insertion par l’Activité Economique » et « La commande publique ».',
    },
  ]);
});
