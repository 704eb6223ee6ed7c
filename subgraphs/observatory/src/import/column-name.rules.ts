const ACCENTS = /\p{M}/gu;

/** A column's name or a word as readers compare them: `Nombre d'établissements 2021` is `nombre_d_etablissements_2021`. */
export function foldedName(text: string): string {
  return text
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
