/** What is known of a published award. Days are days in Paris. */
export type AwardOfRecord = {
  applicationId: string;
  callId: string;
  applicantName: string;
  siret: string | null;
  rna: string | null;
  title: string | null;
  summary: string;
  cents: number | null;
  reference: string | null;
  terms: 'SINGLE' | 'INSTALMENTS' | null;
  decidedOn: string | null;
  signedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  firstPaidOn: string | null;
  lastPaidOn: string | null;
};
