import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { LetterText } from './letter-text.rules.ts';

const { resolve } = createRequire(import.meta.url);
const fontOf = (weight: number) =>
  readFileSync(resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`));

const MARGIN = 72;

/** What the letters’ font can draw: the Latin of French and of its neighbours, and typographic marks. */
const DRAWN = /[ -~\u00a0-ÿŒœŸ–—‘-„†•…€]/;

/** A letter as a PDF: the same text at the same instant is the same bytes. */
export function letterPdf(
  { title, subject, addressee, date, paragraphs }: LetterText,
  issuedAt: Date,
): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'fr-FR',
    displayTitle: true,
    info: {
      Title: title,
      Creator: 'Graph’ESS',
      Producer: 'Graph’ESS',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  document.registerFont('regular', fontOf(400)).registerFont('bold', fontOf(600));
  document.font('bold', 12).text('Département').font('regular', 11);
  document.moveDown(2).text(drawable(addressee), { align: 'right' });
  document.text(drawable(date), { align: 'right' });
  document.moveDown(2).font('bold', 15).text(drawable(title)).font('regular', 11).text(drawable(subject));
  for (const paragraph of paragraphs) document.moveDown().text(drawable(paragraph), { lineGap: 2 });
  document
    .moveDown(2)
    .fontSize(9)
    .text(
      'L’authenticité de ce fichier se vérifie par son empreinte SHA-256 (« verifyLetter ») : un octet modifié suffit à la perdre.',
    );
  document.end();
  return buffer(document);
}

/** A text with what the font cannot draw brought to its base letter, or to a question mark. */
export function drawable(text: string): string {
  return [...text.normalize('NFC').replaceAll('\u202f', '\u00a0')]
    .map((character) => {
      if (DRAWN.test(character)) return character;
      const [base = '?'] = character.normalize('NFD');
      return DRAWN.test(base) ? base : '?';
    })
    .join('');
}
