import type { Readable } from 'node:stream';
import { isSiren, normaliseSiren } from '@graphess/identifiers';
import { type Column, placesOf } from './header.ts';
import { readLines } from './read-lines.ts';
import type { Aside, ReadingProgress } from './source-cell.ts';
import type { SourceRow } from './source-row.ts';

/** What the register of companies says of one legal unit. */
export type SireneUnit = {
  line: number;
  siren: string;
  /** Whether it says that it is of the ESS, null when it says nothing. */
  isEss: boolean | null;
  /** Legal category, level III; null when it is not disclosed. */
  legalCategory: string | null;
  /** Main activity, `8899B`; null when it is not disclosed. */
  naf: string | null;
};
export type SireneItem = { kind: 'unit'; unit: SireneUnit } | Aside | ReadingProgress;

const COLUMNS = {
  siren: { names: ['siren'], required: true },
  ess: {
    names: ['economiesocialesolidaireunitelegale'],
    shown: 'economieSocialeSolidaireUniteLegale',
    required: true,
  },
  legal: { names: ['categoriejuridiqueunitelegale'], shown: 'categorieJuridiqueUniteLegale', required: true },
  naf: { names: ['activiteprincipaleunitelegale'] },
} satisfies Record<string, Column>;

/** A value that its owner asked not to disclose. */
const NOT_DISCLOSED = '[ND]';

/** Reads an extract of INSEE's StockUniteLegale; its other columns are left. Never throws for what the file contains. */
export function readSirene(
  source: Readable,
  { fileName, signal }: { fileName: string; signal?: AbortSignal },
): AsyncGenerator<SireneItem, void, undefined> {
  return readLines<SireneItem>(source, {
    fileName,
    signal,
    open(header) {
      const { places: at, problems } = placesOf(header, COLUMNS, () => true);
      if (problems.length > 0) return problems;
      return {
        read(row) {
          const siren = readSiren(row, at.siren);
          const isEss = readFlag(row, at.ess);
          const legalCategory = readCode(row, at.legal, /^(\d{4})$/, 'quatre chiffres sont attendus');
          const naf = readCode(row, at.naf, /^(\d{2})\.?(\d{2}[A-Z])$/, 'un code comme 88.99B est attendu');
          if (siren === null || row.problems.length > 0) return row.refusals();
          return [{ kind: 'unit', unit: { line: row.line, siren, isEss, legalCategory, naf } }];
        },
      };
    },
  });
}

function readSiren(row: SourceRow, column: number): string | null {
  const siren = normaliseSiren(row.text(column));
  if (siren !== null && isSiren(siren)) return siren;
  const rounded = /^\d[.,]\d+e\+?\d+$/i.test(row.text(column));
  const message = rounded
    ? 'Ce SIREN a été arrondi par un tableur (notation scientifique) : reprenez le fichier d’origine.'
    : 'Ce n’est pas un SIREN : neuf chiffres et une clé juste sont attendus.';
  row.refuse(column, rounded ? 'SCIENTIFIC_NUMBER' : 'SIREN_MALFORMED', message);
  return null;
}

function readFlag(row: SourceRow, column: number): boolean | null {
  const text = row.text(column).toUpperCase();
  if (text === '' || text === NOT_DISCLOSED) return null;
  if (text !== 'O' && text !== 'N') row.refuse(column, 'CODE_UNKNOWN', '« O », « N » ou rien est attendu.');
  return text === 'O';
}

function readCode(row: SourceRow, column: number, shape: RegExp, expected: string): string | null {
  const text = row.text(column);
  if (text === '' || text === NOT_DISCLOSED) return null;
  const match = shape.exec(text.toUpperCase());
  if (match !== null) return match.slice(1).join('');
  row.refuse(column, 'CODE_MALFORMED', `Ce code n’est pas lisible : ${expected}.`);
  return null;
}
