import { loadOne } from '@graphess/subgraph-kit';
import { type EntityManager, In } from 'typeorm';
import { FundingInstrument } from './funding-instrument.entity.ts';

/** Every instrument, in the order of the sources. */
export function allFundingInstruments(db: EntityManager): Promise<FundingInstrument[]> {
  return db.find(FundingInstrument, { order: { position: 'ASC' } });
}

export const fundingInstrumentByCode = loadOne<FundingInstrument>(
  ({ db }, codes) => db.find(FundingInstrument, { where: { code: In([...codes]) } }),
  ({ code }) => code,
);
