/** Size classes as Flores writes them: `E0`, `E1T4`, `E_GE500`. Posts of the establishment, bounds included. */
const SIZE_CLASS = /^E(?:(?<none>0)|(?<from>[1-9]\d{0,4})T(?<to>[1-9]\d{0,4})|_GE(?<least>[1-9]\d{0,4}))$/;

/** The classes that Flores publishes, the smallest first; other well-formed ones are accepted. */
export const USUAL_SIZE_CLASSES = [
  ...['E0', 'E1T4', 'E5T9', 'E10T19', 'E20T49', 'E50T99', 'E100T199', 'E200T249', 'E250T499', 'E_GE500'],
];

/** Label of a size class, null when the code is none. */
export function sizeClassLabel(code: string): string | null {
  const { none, from, to, least } = SIZE_CLASS.exec(code)?.groups ?? {};
  if (none !== undefined) return 'Sans salarié au 31 décembre';
  if (least !== undefined) return `${spaced(least)} salariés ou plus`;
  if (from === undefined || to === undefined || Number(from) > Number(to)) return null;
  return `${spaced(from)} à ${spaced(to)} salariés`;
}

const spaced = (count: string) => count.replace(/\B(?=(\d{3})+$)/g, '\u202f');
