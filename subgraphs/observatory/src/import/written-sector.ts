import { breakdownOf, type DimensionCodes } from '../cube/breakdown.ts';
import { A17, sectorOf } from '../cube/sector.catalogue.ts';

/** What a file says of an activity: its sector (A17), and its division (A88) unless several are joined. */
export type WrittenSector = { a17: string; a88: string | null };

/** The sector and division of an activity code: `8899B`, `88.99B`, with or without its label. Null for another text. */
export function sectorOfApe(text: string): WrittenSector | null {
  const division = /^(\d{2})\.?\d{2}[A-Za-z](?![A-Za-z0-9])/.exec(text)?.[1];
  return division === undefined ? null : sectorOfLabel(division);
}

/**
 * What the beginning of a label says: `88 Action sociale…`, `05-06 Extraction…` for divisions that a producer joins,
 * `OQ Administration…`. Null when it says nothing known.
 */
export function sectorOfLabel(label: string): WrittenSector | null {
  const [, first, last = first] = /^(\d{2})(?:\s*(?:-|à|et)\s*(\d{2}))?(?![\d.])/.exec(label) ?? [];
  if (first !== undefined && last !== undefined) {
    const a17 = sectorOf(first);
    if (a17 === null || sectorOf(last) !== a17) return null;
    return { a17, a88: first === last ? first : null };
  }
  const sector = /^([A-Z][A-Z0-9])(?![A-Za-z0-9])/.exec(label)?.[1];
  return sector !== undefined && A17.has(sector) ? { a17: sector, a88: null } : null;
}

/** The details that a line of an activity is a part of: its sector, and its division when it tells one. */
export function detailsOfSector(sector: WrittenSector | null, others: DimensionCodes = {}): string[] {
  if (sector === null) return [];
  const details = [breakdownOf({ ...others, SECTOR_A17: sector.a17 })];
  if (sector.a88 !== null) details.push(breakdownOf({ ...others, SECTOR_A88: sector.a88 }));
  return details;
}
