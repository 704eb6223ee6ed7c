import { DOMAINS, type Role } from '@graphess/platform';
import { type FieldPermission, type Permit, ruleText, type Subgraph } from '@graphess/subgraph-kit';
import type { API_KEY_SCOPES } from '../access/api-key/check-new-api-key.ts';

const TITLES: Readonly<Record<(typeof DOMAINS)[number], string>> = {
  grants: 'Appels à projets',
  observatory: 'Observatoire',
  events: 'Agenda',
  procurement: 'Achats responsables',
  access: 'Comptes et clés',
};

/** What a role or a scope stands for. */
const MEANINGS: Readonly<Record<Role | (typeof API_KEY_SCOPES)[number], string>> = {
  applicant: 'personne qui porte une candidature pour sa structure',
  juror: 'membre du jury',
  agent: 'agent du Département qui instruit les candidatures',
  siae: 'personne qui tient la fiche d’une structure d’insertion',
  buyer: 'acheteur',
  producer: 'personne qui publie des statistiques',
  partner: 'personne d’un partenaire',
  admin: 'administrateur de la plateforme',
  'statistics:read': 'clé qui lit les statistiques en nombre',
  'statistics:publish': 'clé qui publie des statistiques',
  'directory:read': 'clé qui lit l’annuaire des structures',
  'changes:read': 'clé qui suit les changements',
  'bi:read': 'clé d’un outil de tableaux de bord',
};

/** `docs/permissions.md`: who may see each field, as the tables of the subgraphs enforce it. In French. */
export function permissionPage(domains: Readonly<Record<(typeof DOMAINS)[number], Subgraph>>): string {
  const sections = DOMAINS.map((name) => sectionOf(TITLES[name], domains[name]));
  return `${[INTRODUCTION, glossary(), ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Qui peut voir quoi

<!-- Page écrite par \`npm run schema\` d’après les tables \`*.permissions.ts\`. Ne pas la modifier à la main. -->

Chaque champ que le graphe sait donner figure ici, une fois par domaine qui le donne. Un champ qui n’est dans aucune table
n’existe pas : le schéma ne se construit pas. La règle est vérifiée au moment où le champ est demandé, quel que soit le
chemin qui mène à l’objet. Sans le droit, un visiteur reçoit \`UNAUTHENTICATED\`, toute autre personne ou clé \`FORBIDDEN\` ;
une écriture rend un \`PermissionError\`. Chaque refus est inscrit au journal.

Dans une règle, \`|\` se lit « ou », \`if\` annonce une condition sur l’objet, \`signed in\` veut dire « toute personne
connectée ». Le schéma porte la même règle (\`@access\`) et le public visé (\`@tag\`) : \`schema/contracts/\` en tire trois
versions, \`public\`, \`partner\` (avec les champs ouverts par une portée de clé) et \`internal\`.`;

function glossary(): string {
  const rows = Object.entries(MEANINGS).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`);
  return ['## Rôles et portées', '| nom | qui |\n|---|---|\n'.concat(rows.join('\n'))].join('\n\n');
}

function sectionOf(title: string, subgraph: Subgraph): string {
  const rows = [...subgraph.permissionRows().values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const restricted = rows.map(restrictedRow).filter((row) => row !== null);
  const withArguments = rows.flatMap((row) =>
    Object.entries(row.arguments).map(([path, permit]) => ({
      type: row.type,
      field: `${row.field}(${path})`,
      rights: [...rightsOf(permit), 'argument'],
    })),
  );
  const conditions = Object.entries(subgraph.permissions.conditions ?? {});
  return [
    `## ${title} (\`${subgraph.name}\`)`,
    ...(restricted.length + withArguments.length === 0
      ? ['Tout y est ouvert à tous.']
      : ['### Champs réservés', tableOf([...restricted, ...withArguments])]),
    ...(conditions.length === 0
      ? []
      : ['### Conditions', conditions.map(([name, { means }]) => `- \`${name}\` : ${means}`).join('\n')]),
    '### Champs ouverts à tous',
    openFields(rows.filter(({ rule }) => rule === 'public')),
  ].join('\n\n');
}

type RestrictedRow = { type: string; field: string; rights: readonly string[] };

function nameOf({ type, field }: FieldPermission): string {
  return `${type}.${field}`;
}

function restrictedRow({ type, field, rule, otherwise, personal }: FieldPermission): RestrictedRow | null {
  if (rule === 'public') return null;
  const notes = [
    ...(otherwise === null ? [] : ['pour les autres, valeur générale']),
    ...(personal ? ['donnée personnelle'] : []),
  ];
  return { type, field, rights: [...rightsOf(rule), notes.join(' ; ')] };
}

function rightsOf(permit: Permit): string[] {
  const list = (names: readonly string[]) => [...new Set(names)].map((name) => `\`${name}\``).join(', ');
  return [
    `\`${ruleText(permit).replaceAll('|', '\\|')}\``,
    list(permit.flatMap(({ roles, people }) => [...(people ? ['signed in'] : []), ...roles])),
    list(permit.flatMap(({ scopes }) => scopes)),
    list(permit.flatMap(({ when }) => when)),
  ];
}

/** The fields of a type that have the same rights share a line. */
function tableOf(rows: readonly RestrictedRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const header = ['type', 'champs', 'règle', 'rôles', 'portées', 'conditions', 'remarque'];
  const groups = Map.groupBy(rows, ({ type, rights }) => [type, ...rights].join());
  return [
    line(header),
    `|${header.map(() => '---').join('|')}|`,
    ...[...groups.values()].flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      return [
        line([`\`${first.type}\``, own.map(({ field }) => `\`${field}\``).join(', '), ...first.rights]),
      ];
    }),
  ].join('\n');
}

function openFields(rows: readonly FieldPermission[]): string {
  return [...Map.groupBy(rows, ({ type }) => type)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([type, own]) =>
        `- \`${type}\` : ${own
          .map(({ field }) => field)
          .sort()
          .join(', ')}`,
    )
    .join('\n');
}
