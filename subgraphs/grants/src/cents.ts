import type { ColumnOptions } from 'typeorm';

/** A column of euro cents: a bigint in PostgreSQL, which its driver gives as text, and a number below 2⁵³ here. */
export const CENTS = {
  type: 'bigint',
  nullable: true,
  transformer: {
    from: (stored: string | null) => (stored === null ? null : Number(stored)),
    to: (cents: number | null) => cents,
  },
} as const satisfies ColumnOptions;
