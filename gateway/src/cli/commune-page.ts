/** What the operation front-end/commune-page answers, as far as the terminal shows it. */
export type CommunePage = {
  territory: {
    code: string;
    name: string;
    population: number | null;
    populationYear: number | null;
    ept: { name: string }[];
    epci: { name: string }[];
    department: { name: string }[];
    indicators: {
      indicator: { label: string; unit: string; decimals: number };
      period: number | null;
      value: number | null;
      status: string;
      approximate: boolean;
      statement: string | null;
      provenance: { citation: string }[];
    }[];
    grantSummary: { awarded: number; lastAwardYear: number | null } | null;
    laureates: {
      totalCount: number;
      nodes: {
        title: string | null;
        applicantName: string;
        call: { edition: number; awardYear: number | null };
        sources: { citation: string }[];
      }[];
    } | null;
    siaes: {
      totalCount: number;
      nodes: {
        kind: string;
        isDemonstration: boolean;
        organization: { name: string } | null;
        sources: { citation: string }[];
      }[];
    } | null;
    agenda: {
      totalCount: number;
      nodes: { title: string; startsOn: string; isDemonstration: boolean; sources: { citation: string }[] }[];
    } | null;
  } | null;
};

const NUMBER = new Intl.NumberFormat('fr-FR');
const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** The page as text. Sources are numbered footnotes; what is invented says so. */
export function printCommune({ territory }: CommunePage): string {
  if (territory === null) return '';
  const notes: string[] = [];
  const cite = (citations: readonly string[]): string =>
    citations
      .map((citation) => {
        if (!notes.includes(citation)) notes.push(citation);
        return `[${notes.indexOf(citation) + 1}]`;
      })
      .join('');

  const lines = [
    `${territory.name} (${territory.code})`,
    [...territory.ept, ...territory.epci, ...territory.department].map(({ name }) => name).join(' · '),
    '',
    territory.population === null
      ? 'Population : non précisée'
      : `Population : ${NUMBER.format(territory.population)} habitants (code officiel géographique ${territory.populationYear}) ${cite(['INSEE, code officiel géographique et populations municipales, par le paquet @etalab/decoupage-administratif.'])}`,
    '',
    'Économie sociale et solidaire',
    ...territory.indicators.map((each) =>
      `  ${each.indicator.label} : ${shownValue(each)} ${cite(each.provenance.map(({ citation }) => citation))}`.trimEnd(),
    ),
    '',
    ...section('Lauréats de PROGR’ESS', territory.laureates, (each) => {
      const year = each.call.awardYear === null ? '' : `, ${each.call.awardYear}`;
      const title = each.title === null ? 'projet sans titre publié' : `« ${each.title} »`;
      return `${each.applicantName} — ${title} (édition ${each.call.edition}${year}) ${cite(each.sources.map(({ citation }) => citation))}`;
    }),
    ...section('Structures d’insertion', territory.siaes, (each) => {
      return `${each.organization?.name ?? 'nom non précisé'} — ${each.kind}${demonstration(each, each.organization?.name ?? '')} ${cite(each.sources.map(({ citation }) => citation))}`;
    }),
    ...section('Agenda', territory.agenda, (each) => {
      return `${DAY.format(new Date(`${each.startsOn}T00:00:00Z`))} — ${each.title}${demonstration(each, each.title)} ${cite(each.sources.map(({ citation }) => citation))}`;
    }),
    'Sources',
    ...notes.map((note, index) => `  [${index + 1}] ${note}`),
  ];
  return lines.join('\n');
}

type Indicator = NonNullable<CommunePage['territory']>['indicators'][number];

function shownValue({ value, statement, approximate, period, indicator }: Indicator): string {
  if (value === null) return statement ?? 'non précisé';
  const isRatio = indicator.unit.includes('0–1') || indicator.unit.includes('ratio');
  const shown = isRatio
    ? new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 }).format(value)
    : new Intl.NumberFormat('fr-FR', { maximumFractionDigits: indicator.decimals }).format(value);
  return `${approximate ? 'environ ' : ''}${shown}${period === null ? '' : ` (${period})`}`;
}

function section<Node>(
  title: string,
  list: { totalCount: number; nodes: Node[] } | null,
  line: (node: Node) => string,
): string[] {
  if (list === null) return [title, '  Ce domaine ne répond pas pour l’instant.', ''];
  if (list.totalCount === 0) return [title, '  Rien de connu.', ''];
  const more = list.totalCount - list.nodes.length;
  return [
    `${title} : ${NUMBER.format(list.totalCount)}`,
    ...list.nodes.map((node) => `  ${line(node)}`),
    ...(more > 0 ? [`  … et ${NUMBER.format(more)} de plus.`] : []),
    '',
  ];
}

/** What is invented says so, once: most invented names already do. */
function demonstration({ isDemonstration }: { isDemonstration: boolean }, name: string): string {
  return isDemonstration && !name.includes('(démonstration)') ? ' (démonstration)' : '';
}
