import { optionOf } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';

export type Grantor = { name: string; siren: string; siret: string };

/** Source of the SIREN: « odf.csv » of Éclaireur public (Data for Good). */
const SIREN = '229200506';
/**
 * The SIRET of the Département comes with no source. This is the number of the first establishment of its SIREN, to be
 * confirmed: `GRANTOR_SIRET` says another.
 */
const FIRST_ESTABLISHMENT = '22920050600017';

/** Who grants: the Département. */
export function grantorOf(db: Pick<EntityManager, 'connection'>): Grantor {
  return {
    name: 'Département des Hauts-de-Seine',
    siren: SIREN,
    siret: optionOf(db, 'GRANTOR_SIRET') ?? FIRST_ESTABLISHMENT,
  };
}
