/** What a letter is written from. */
export type LetterFacts = {
  readonly callTitle: string;
  readonly edition: number;
  readonly applicantName: string;
  readonly projectTitle: string | null;
  readonly issuedAt: Date;
} & (
  | { readonly kind: 'AWARD'; readonly cents: number; readonly reference: string; readonly terms: string }
  | { readonly kind: 'REFUSAL'; readonly reason: string }
);
