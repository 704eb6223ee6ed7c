import type { EntityManager } from 'typeorm';
import { FundingInstrument } from './funding-instrument.entity.ts';

/** Every instrument, in the order of the sources. */
export function allFundingInstruments(db: EntityManager): Promise<FundingInstrument[]> {
  return db.find(FundingInstrument, { order: { position: 'ASC' } });
}
