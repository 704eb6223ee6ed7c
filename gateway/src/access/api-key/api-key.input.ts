import { Field, ID, InputType, Int } from 'type-graphql';
import { DEFAULT_OVERLAP_DAYS, KEY_BOUNDS } from './check-new-api-key.ts';

const IDEMPOTENCY_KEY =
  'Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois.';

@InputType({ description: 'Clés voulues ; un critère absent n’écarte rien.' })
export class ApiKeyFilter {
  @Field(() => String, { nullable: true, description: 'Texte cherché dans le nom du partenaire.' })
  partner?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Vrai : les clés acceptées aujourd’hui. Faux : celles qui sont révoquées ou expirées.',
  })
  active?: boolean | null;
}

@InputType({ description: 'La clé à créer.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Nom du partenaire, de 2 à 120 caractères.' })
  partner!: string;

  @Field(() => [String], {
    description:
      'Droits, parmi `statistics:read`, `statistics:publish`, `directory:read`, `changes:read` et `bi:read`.',
  })
  scopes!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'Structure pour laquelle la clé agit (`ORG:…`), s’il y en a une.',
  })
  organization?: string | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Réseaux d’où elle est acceptée (notation CIDR), 20 au plus ; vide : de partout.',
  })
  networks!: string[];

  @Field(() => Int, { defaultValue: KEY_BOUNDS.months, description: 'Durée de vie, de 1 à 12 mois.' })
  months!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Requêtes acceptées par minute ; celui de la plateforme si absent.',
  })
  quotaPerMinute?: number | null;
}

@InputType({ description: 'La clé à remplacer par une nouvelle, aux mêmes droits.' })
export class RotateApiKeyInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Clé à remplacer : `KEY:…`.' })
  id!: string;

  @Field(() => Int, {
    defaultValue: DEFAULT_OVERLAP_DAYS,
    description: 'Nombre de jours, de 0 à 90, pendant lesquels l’ancienne reste acceptée.',
  })
  overlapDays!: number;
}

@InputType({ description: 'La clé à révoquer.' })
export class RevokeApiKeyInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Clé à révoquer : `KEY:…`.' })
  id!: string;
}
