import type { FindingDraft, OfficialPostcodes, RegisteredOrganization } from './finding-draft.ts';
import { plainWords } from './written-name.rules.ts';

/** The postcode at the end of a printed address, and the town that follows it; null when there is none. */
export function printedPostcode(
  address: string,
): { asPrinted: string; postcode: string; town: string } | null {
  const [, first = '', space = '', last = '', town = ''] =
    /^.*(?<!\d)(\d{2})(\s?)(\d{3})\s+(\p{L}.*)$/su.exec(address.trim()) ?? [];
  if (town === '') return null;
  return { asPrinted: `${first}${space}${last} ${town}`, postcode: `${first}${last}`, town };
}

/** What is wrong in the postcodes printed for an organisation. A CEDEX is of no commune, and is judged by its département. */
export function postcodeFindings(
  { id, seat, contacts }: RegisteredOrganization,
  official: OfficialPostcodes,
): FindingDraft[] {
  return contacts.flatMap(({ kind, asPrinted: address, sourceId }) => {
    const printed = kind === 'ADDRESS' ? printedPostcode(address) : null;
    if (printed === null) return [];
    const finding = { subjects: [id], statement: printed.asPrinted, sourceIds: [sourceId] };
    return [
      ...(/\s/.test(printed.asPrinted.slice(0, 5))
        ? [
            {
              ...finding,
              kind: 'POSTCODE_SPACING' as const,
              severity: 'INFO' as const,
              field: 'address.postcode',
              explanation: `Le code postal ${printed.postcode} est imprimé avec une espace.`,
            },
          ]
        : []),
      ...misplaced(printed, seat, official).map((each) => ({
        ...finding,
        ...each,
        field: 'address.postcode',
      })),
    ];
  });
}

function misplaced(
  { postcode, town }: { postcode: string; town: string },
  commune: { id: string; name: string } | null,
  official: OfficialPostcodes,
): Pick<FindingDraft, 'kind' | 'severity' | 'explanation'>[] {
  if (commune === null || !names(town, commune.name)) return [];
  const right = official.of(commune.id);
  if (right.length === 0 || right.includes(postcode)) return [];
  const department = official.departmentOf(commune.id) ?? '';
  const used = official.departmentsOf(postcode);
  const near =
    used.length === 0
      ? prefixOf(department) === postcode.slice(0, prefixOf(department).length)
      : used.includes(department);
  const those = `de ${commune.name} (${right.join(', ')})`;
  if (!near) {
    return [
      {
        kind: 'POSTCODE_OF_OTHER_DEPARTMENT',
        severity: 'ERROR',
        explanation: `${postcode} n’est pas un code postal ${those}, ni d’aucune commune de son département.`,
      },
    ];
  }
  if (/\bcedex\b/i.test(town)) return [];
  return [
    {
      kind: 'POSTCODE_OF_OTHER_COMMUNE',
      severity: 'WARNING',
      explanation: `${postcode} n’est pas un code postal ${those} : il est d’une autre commune du même département.`,
    },
  ];
}

/** Whether a printed town is that commune, whatever follows its name: « Lyon 9e », « Nanterre Cedex ». */
function names(town: string, commune: string): boolean {
  const [printed, expected] = [plainWords(town), plainWords(commune)];
  return expected.every((word, index) => printed[index] === word || SAINT[printed[index] ?? ''] === word);
}

const SAINT: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
};

/** How the postcodes of a département begin. */
function prefixOf(department: string): string {
  return /^2[AB]$/.test(department) ? '20' : department;
}
