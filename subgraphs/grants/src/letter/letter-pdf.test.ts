import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { LetterFacts } from './letter-facts.ts';
import { drawable, letterPdf } from './letter-pdf.ts';
import { letterText } from './letter-text.rules.ts';

const ISSUED_AT = new Date('2026-03-01T10:00:00Z');
const COMMON = {
  callTitle: 'Appel à projets PROGR’ESS – 5e édition',
  edition: 5,
  applicantName: 'L’Œuvre à l’été',
  projectTitle: 'Où ça ? Là-bas, dès Noël',
  issuedAt: ISSUED_AT,
};
const AWARD: LetterFacts = {
  ...COMMON,
  ...{ kind: 'AWARD', cents: 750_000, reference: 'PROGRESS-5-001', terms: 'INSTALMENTS' },
};

async function readBack(facts: LetterFacts): Promise<string> {
  const pdf = await letterPdf(letterText(facts), ISSUED_AT);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

test('another reader finds the words, with their accents and their marks', async () => {
  const text = await readBack(AWARD);
  expect(text).toContain(
    'L’Œuvre à l’été Le 1er mars 2026 Attribution d’une subvention Objet : Appel à projets PROGR’ESS – 5e édition',
  );
  expect(text).toContain('votre projet « Où ça ? Là-bas, dès Noël » est lauréat de la 5e édition');
  expect(text).toContain('Une subvention de 7 500,00 € vous est accordée, sous la référence PROGRESS-5-001.');
});

test('a refusal gives its reason, all of it, and how it is contested', async () => {
  const reason = `Le projet agit hors du territoire.\n\n${'Très bien écrit, pourtant. '.repeat(70)}Fin.`;
  const text = await readBack({ ...COMMON, kind: 'REFUSAL', reason });
  expect(text).toContain('pour le motif suivant : Le projet agit hors du territoire. Très bien écrit');
  expect(text).toContain(
    'Fin. Cette décision peut être contestée devant le tribunal administratif dans les deux mois',
  );
});

test('the same letter is the same bytes, and a cent more is another', async () => {
  const bytes = (facts: LetterFacts) => letterPdf(letterText(facts), ISSUED_AT);
  expect((await bytes(AWARD)).equals(await bytes(AWARD))).toBe(true);
  expect((await bytes(AWARD)).equals(await bytes({ ...AWARD, cents: 750_001 } as LetterFacts))).toBe(false);
});

test('what the font cannot draw falls back to its letter, or to a question mark', () => {
  expect(drawable('Ńowa – 7\u202f500 € 🙂 e\u0301')).toBe('Nowa – 7\u00a0500 € ? é');
});
