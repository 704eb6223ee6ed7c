/** The money of an edition, in cents; null where it is not known. */
export type EnvelopeState = {
  readonly totalCents: number | null;
  readonly maxPerProjectCents: number | null;
  readonly committedCents: number;
};
