import { isRna, isSiren, isSiret, normaliseRna, normaliseSiren, normaliseSiret } from '@graphess/identifiers';
import { BadInput } from '@graphess/subgraph-kit';

/** A SIRET in canonical form. Throws BadInput, naming the argument, when it is malformed or fails its check digits. */
export function siretArgument(argument: string, value: string): string {
  const siret = normaliseSiret(value);
  if (siret === null || !isSiret(siret)) {
    throw new BadInput(argument, `« ${argument} » doit être un SIRET : 14 chiffres dont la clé est juste.`);
  }
  return siret;
}

/** A SIREN in canonical form. Throws BadInput, naming the argument, when it is malformed or fails its check digit. */
export function sirenArgument(argument: string, value: string): string {
  const siren = normaliseSiren(value);
  if (siren === null || !isSiren(siren)) {
    throw new BadInput(argument, `« ${argument} » doit être un SIREN : 9 chiffres dont la clé est juste.`);
  }
  return siren;
}

/** An RNA number in canonical form. Throws BadInput, naming the argument, when it is malformed. */
export function rnaArgument(argument: string, value: string): string {
  const rna = normaliseRna(value);
  if (rna === null || !isRna(rna)) {
    throw new BadInput(argument, `« ${argument} » doit être un numéro RNA, par exemple W922012345.`);
  }
  return rna;
}
