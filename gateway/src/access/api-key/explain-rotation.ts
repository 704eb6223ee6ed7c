import { parisDay } from '@graphess/subgraph-kit';
import type { RotationRefusal } from './issue-api-key.ts';

/** What keeps a key from being rotated, for the person who asked. */
export function explainRotation(refusal: RotationRefusal): string {
  switch (refusal.reason) {
    case 'UNKNOWN':
      return 'Cette clé n’existe pas.';
    case 'REPLACED':
      return 'Cette clé a déjà été remplacée : remplacez la plus récente.';
    case 'ENDED':
      return 'Cette clé est révoquée ou expirée : créez-en une nouvelle.';
    case 'OVERLAPPING':
      return `La clé précédente, ${refusal.prefix}…, est encore acceptée jusqu’au ${parisDay(refusal.until)} : révoquez-la d’abord.`;
  }
}
