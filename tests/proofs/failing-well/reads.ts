import { SUBGRAPHS, type SubgraphName } from '../../../packages/platform/src/settings.ts';

export type Read = {
  readonly name: string;
  /** The domains whose absence may show in its answer. */
  readonly needs: readonly SubgraphName[];
  readonly body: string;
};

const read = (name: string, needs: readonly SubgraphName[], query: string, variables = {}): Read => ({
  name,
  needs,
  body: JSON.stringify({ query, variables }),
});

/** What front-ends, partners and buyers read, mixed: three reads of each domain alone, and pages that cross domains. */
export const READS: readonly Read[] = [
  read('calls', ['grants'], '{ calls { edition title phase counts { applications awarded } } }'),
  read('laureates', ['grants'], '{ laureates(first: 20) { totalCount nodes { id title } } }'),
  read('themes', ['grants'], '{ calls { edition themes { code label } milestones { code date } } }'),
  read(
    'commune',
    ['observatory'],
    '{ territory(code: "COM:92050") { name indicators(codes: ["ESS_JOBS", "ESS_ESTABLISHMENTS"]) { value status } } }',
  ),
  read('register', ['observatory'], '{ organizations(first: 20) { totalCount nodes { id name roles } } }'),
  read(
    'communes',
    ['observatory'],
    '{ territories(within: "DEP:92", level: COMMUNE) { code name population populationYear } }',
  ),
  read('agenda', ['events'], '{ events(first: 20) { totalCount nodes { id title startsOn } } }'),
  read('agenda of a type', ['events'], '{ events(first: 5) { nodes { id title precision } } }'),
  read('directory', ['procurement'], '{ siaes(first: 20) { totalCount nodes { id kind } } }'),
  read('a few structures', ['procurement'], '{ siaes(first: 5) { nodes { id activities { sector } } } }'),
  read(
    'commune page',
    SUBGRAPHS,
    'query ($code: String!) { territory(code: $code) { name grantSummary { awarded } siaes(first: 3) { totalCount } agenda(first: 3) { totalCount } } }',
    { code: 'COM:92002' },
  ),
];
