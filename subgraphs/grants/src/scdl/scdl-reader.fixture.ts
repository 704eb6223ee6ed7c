import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';

/**
 * The rules of « SCDL Subventions » 2.1.1 written apart from the code that writes the file, from the same published
 * schema, as a JSON Schema: nothing of the code under test is asked.
 */
const HEADER = (
  'nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,rnaBeneficiaire,objet,' +
  'montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,pourcentageSubvention,dispositifAide'
).split(',');

const SIRET = '^(\\d{14})?$';
const DAY = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const text = { type: 'string', minLength: 1 };

const validate = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: HEADER,
  additionalProperties: false,
  properties: {
    nomAttribuant: text,
    idAttribuant: { type: 'string', pattern: '^\\d{14}$' },
    dateConvention: { type: 'string', pattern: `^${DAY}$` },
    referenceDecision: { type: 'string' },
    nomBeneficiaire: text,
    idBeneficiaire: { type: 'string', pattern: SIRET },
    rnaBeneficiaire: { type: 'string', pattern: '^(W\\d{9})?$' },
    objet: { ...text, maxLength: 256 },
    montant: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' },
    nature: { type: 'string', pattern: '^aide en (numéraire|nature)(;aide en (numéraire|nature))?$' },
    conditionsVersement: { ...text, maxLength: 256 },
    datesPeriodeVersement: { type: 'string', pattern: `^${DAY}(/${DAY})?$` },
    idRAE: { type: 'string', maxLength: 5 },
    notificationUE: { type: 'string', enum: ['oui', 'non'] },
    pourcentageSubvention: { type: 'string', pattern: '^(0\\.(0[1-9]|[1-9]\\d?)|1(\\.0+)?)$' },
    dispositifAide: { type: 'string' },
  },
});

/** What an independent reading holds against a file, one text for each error, with its line. */
export function errorsOfScdlFile(bytes: Buffer): string[] {
  const [header = [], ...lines]: string[][] = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (header.join() !== HEADER.join()) return [`1: header ${header.join()}`];
  return lines.flatMap((cells, index) => {
    const row = Object.fromEntries(header.map((name, at) => [name, cells[at]]));
    const errors = validate(row)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
    for (const name of ['idAttribuant', 'idBeneficiaire']) {
      if (row[name] !== '' && !checkDigitsHold(row[name] ?? '')) errors.push(`check digits of ${name}`);
    }
    if (row['idBeneficiaire'] === '' && row['rnaBeneficiaire'] === '')
      errors.push('one of idBeneficiaire, rnaBeneficiaire');
    const day = row['dateConvention'] ?? '';
    if (Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day)
      errors.push('no such day');
    return errors.map((error) => `${index + 2}: ${error}`);
  });
}

function checkDigitsHold(siret: string): boolean {
  return [siret, siret.slice(0, 9)].every((digits) => {
    const doubled = [...digits].toReversed().map((digit, rank) => Number(digit) * (rank % 2 === 1 ? 2 : 1));
    return doubled.reduce((sum, each) => sum + (each > 9 ? each - 9 : each), 0) % 10 === 0;
  });
}
