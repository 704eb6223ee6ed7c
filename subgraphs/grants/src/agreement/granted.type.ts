/** What a decision granted. */
export type Granted = { cents: number; decidedOn: string; terms: 'SINGLE' | 'INSTALMENTS' };
