export const IDEMPOTENCY_KEY =
  'Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois.';
export const EXPECTED_VERSION =
  'Version lue avant de modifier : si elle a changé entre-temps, rien n’est écrit.';
export const REASON = 'Motif, de 3 à 2 000 caractères.';
