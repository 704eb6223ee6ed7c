import { isNameOfPerson, readCents, readDay, readId, readPeriod } from './cell.rules.ts';
import type { KeptColumn } from './scdl-columns.rules.ts';

/** What is wrong in a line. `refuses` puts the line aside; other faults are told, and the line is kept without the cell. */
export type LineProblem = { column: KeptColumn | null; code: string; raw: string | null; refuses: boolean };

/** The cells of a line, by column; a column that the file lacks is absent. */
export type Cells = Readonly<Partial<Record<KeptColumn, string>>>;

export type GrantRecord = {
  grantorName: string | null;
  grantorSiret: string | null;
  year: number;
  agreedOn: string | null;
  reference: string | null;
  /** Null where nothing tells that it is not a person’s. */
  beneficiaryName: string | null;
  beneficiarySiret: string | null;
  beneficiarySiren: string | null;
  beneficiaryRna: string | null;
  object: string | null;
  cents: number;
  nature: string | null;
  terms: string | null;
  paidFrom: string | null;
  paidTo: string | null;
};

/** A line as a grant, with all that is wrong in it; null when it must be put aside. */
export function readGrant(cells: Cells): { grant: GrantRecord | null; problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  const tell = (
    column: KeptColumn,
    code: string,
    refuses: boolean,
    raw: string | null = cells[column] ?? null,
  ) => problems.push({ column, code, raw: raw === '' ? null : raw, refuses });

  const name = [cells.beneficiaryName, cells.beneficiaryName2]
    .map(text)
    .filter((part) => part !== null)
    .join(' ');
  if (name === '') tell('beneficiaryName', 'NAME_MISSING', true);
  // Nothing of a person is written down, not even in what was put aside.
  else if (isNameOfPerson(name)) tell('beneficiaryName', 'NAME_OF_A_PERSON', true, null);

  const cents = readCents(cells.amount ?? '');
  if (text(cells.amount) === null) tell('amount', 'AMOUNT_MISSING', true);
  else if (cents === null) tell('amount', 'AMOUNT_UNREADABLE', true);

  const id = readId(cells.beneficiaryId ?? '');
  if (id.code === 'ID_OF_A_PERSON') tell('beneficiaryId', id.code, true, null);
  else if (id.code !== null) tell('beneficiaryId', id.code, false);
  const ownRna = text(cells.beneficiaryRna);
  const rna = ownRna === null ? id.rna : readId(ownRna).rna;
  if (ownRna !== null && rna === null) tell('beneficiaryRna', 'RNA_UNREADABLE', false);

  const isNobodys = (id.code === 'ID_MISSING' || id.code === 'ID_UNREADABLE') && rna === null;
  if (isNobodys && name !== '' && !isNameOfPerson(name))
    tell('beneficiaryName', 'NAME_WITHHELD', false, null);

  const grantor = readId(cells.grantorSiret ?? '');
  if (grantor.siret === null) tell('grantorSiret', grantor.code ?? 'ID_UNREADABLE', false);

  const agreed = text(cells.agreedOn) === null ? null : readDay(cells.agreedOn ?? '');
  if (text(cells.agreedOn) !== null && agreed === null) tell('agreedOn', 'DATE_UNREADABLE', false);
  else if (agreed !== null && agreed.day === null) tell('agreedOn', 'YEAR_FOR_A_DATE', false);
  const paid = text(cells.paidOn) === null ? null : readPeriod(cells.paidOn ?? '');
  if (text(cells.paidOn) !== null && paid === null) tell('paidOn', 'PERIOD_UNREADABLE', false);

  const year = readDay(cells.year ?? '')?.year ?? agreed?.year ?? paid?.from.year ?? null;
  if (year === null) tell('agreedOn', 'YEAR_UNKNOWN', true);

  if (year === null || cents === null || problems.some(({ refuses }) => refuses))
    return { grant: null, problems };
  const wholePeriod = paid !== null && paid.from.day !== null && paid.to.day !== null;
  return {
    problems,
    grant: {
      grantorName: text(cells.grantorName),
      grantorSiret: grantor.siret,
      year,
      agreedOn: agreed?.day ?? null,
      reference: text(cells.reference),
      beneficiaryName: isNobodys ? null : name,
      beneficiarySiret: id.siret,
      beneficiarySiren: id.siren,
      beneficiaryRna: rna,
      object: text(cells.object),
      cents,
      nature: text(cells.nature),
      terms: text(cells.terms),
      paidFrom: wholePeriod ? paid.from.day : null,
      paidTo: wholePeriod ? paid.to.day : null,
    },
  };
}

function text(cell: string | undefined): string | null {
  const line = (cell ?? '').replaceAll(/[\s\u00A0\u202F]+/g, ' ').trim();
  return line === '' ? null : line;
}
