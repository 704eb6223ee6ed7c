import type { Anchor, Break } from '@graphess/subgraph-kit';

type Verdict = { readonly rows: number; readonly anchors: number; readonly broken: Break | null };

/** One French line on the journal of a domain: what it holds, or where and why it does not hold. */
export function journalLine(domain: string, verdict: Verdict, anchors: readonly Anchor[]): string {
  const own = anchors.filter(({ schema }) => schema === domain);
  const told = verdict.broken === null ? wholeSentence(verdict) : brokenSentence(verdict.broken, own);
  return `${domain.padEnd(12)} ${told}`;
}

function wholeSentence({ rows, anchors }: Verdict): string {
  const chain = `${counted(rows, 'ligne')}, chaîne intacte`;
  if (anchors === 0) return `${chain} ; sans ancre : une fin coupée ne se verrait pas`;
  return `${chain}, ${counted(anchors, 'ancre')} ${anchors === 1 ? 'confirmée' : 'confirmées'}`;
}

function brokenSentence({ seq, reason, since }: Break, own: readonly Anchor[]): string {
  const at = (rows: number) => own.find((anchor) => anchor.rows >= rows)?.day ?? 'inconnu';
  switch (reason) {
    case 'CHANGED':
      return `ROMPU à la ligne ${seq} : elle a été modifiée`;
    case 'MISSING':
      return `ROMPU à la ligne ${seq} : elle manque`;
    case 'OUT_OF_PLACE':
      return `ROMPU à la ligne ${seq} : elle ne suit pas celle d’avant, elle a été déplacée ou ajoutée`;
    case 'CUT':
      return `ROMPU à la ligne ${seq} : elle manque avec toute la suite, que l’ancre du ${at(seq)} connaît`;
    case 'REWRITTEN':
      return `ROMPU à la ligne ${seq} : l’ancre du ${at(seq)} en connaît une autre ; tout est douteux depuis la ligne ${(since ?? 0) + 1}`;
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? 's' : ''}`;
}
