import { lastDayOfMonth } from '@graphess/subgraph-kit';
import type { DatePrecision } from './milestone.precision.ts';

/** The first and the last day (`YYYY-MM-DD`) that a date may mean; both null when its year is not stated. */
export type Bounds = { earliest: string | null; latest: string | null };

/**
 * The days that a date as a source states it may mean. `value` is `YYYY-MM-DD` for DAY, `--MM-DD` for DAY_WITHOUT_YEAR
 * and `YYYY-MM` for the others. The start of a month goes to its 10th day, its end begins on the 21st.
 * Throws RangeError when `value` has not the form of its precision.
 */
export function boundsOf(precision: DatePrecision, value: string): Bounds {
  if (!FORM[precision].test(value)) throw new RangeError(`Not a date of precision ${precision}: ${value}`);
  switch (precision) {
    case 'DAY':
      return { earliest: value, latest: value };
    case 'DAY_WITHOUT_YEAR':
      return { earliest: null, latest: null };
    case 'MONTH':
      return { earliest: `${value}-01`, latest: lastDayOfMonth(value) };
    case 'START_OF_MONTH':
      return { earliest: `${value}-01`, latest: `${value}-10` };
    case 'END_OF_MONTH':
      return { earliest: `${value}-21`, latest: lastDayOfMonth(value) };
  }
}

const FORM: Readonly<Record<DatePrecision, RegExp>> = {
  DAY: /^\d{4}-\d{2}-\d{2}$/,
  DAY_WITHOUT_YEAR: /^--\d{2}-\d{2}$/,
  MONTH: /^\d{4}-\d{2}$/,
  START_OF_MONTH: /^\d{4}-\d{2}$/,
  END_OF_MONTH: /^\d{4}-\d{2}$/,
};
