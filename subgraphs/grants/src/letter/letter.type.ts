import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const LetterKind = { AWARD: 'AWARD', REFUSAL: 'REFUSAL' } as const;
export type LetterKind = (typeof LetterKind)[keyof typeof LetterKind];

registerEnumType(LetterKind, {
  name: 'LetterKind',
  description: 'Ce qu’une lettre annonce.',
  valuesConfig: {
    AWARD: { description: 'Une subvention.' },
    REFUSAL: { description: 'Un refus, avec son motif.' },
  },
});

@ObjectType({ description: 'Une lettre adressée à la structure qui a candidaté.' })
export class Letter {
  @Field(() => ID, { description: 'Identifiant de la lettre.' })
  id!: string;

  @Field(() => LetterKind, { description: 'Ce qu’elle annonce.' })
  kind!: LetterKind;

  @Field(() => Int, { description: 'Version du modèle dont elle est faite.' })
  templateVersion!: number;

  @Field(() => String, { description: 'Empreinte SHA-256 du fichier, en hexadécimal.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'Instant de son émission.' })
  issuedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant où la décision a été reprise, nul tant que la lettre est valable.',
  })
  revokedAt!: Date | null;

  applicationId!: string;
}

@ObjectType({ description: 'Ce que vaut un fichier présenté comme une lettre.' })
export class LetterVerification {
  @Field(() => Boolean, {
    description:
      'Vrai pour le fichier même d’une lettre émise ici et toujours valable ; faux dès qu’un octet diffère.',
  })
  verified!: boolean;

  @Field(() => LetterKind, {
    nullable: true,
    description: 'Ce qu’elle annonce, nul si elle n’est pas vérifiée.',
  })
  kind!: LetterKind | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant de son émission, nul si elle n’est pas vérifiée.',
  })
  issuedAt!: Date | null;
}
