import type { Reader } from '@graphess/secrecy';
import { optionOf } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** What readers of figures are supposed to know of a hidden one: the operator’s choice, `SECRECY_READER`. */
export function secrecyReaderOf(db: EntityManager): Reader {
  return optionOf(db, 'SECRECY_READER') === 'AT_LEAST_ONE' ? 'AT_LEAST_ONE' : 'NON_NEGATIVE';
}
