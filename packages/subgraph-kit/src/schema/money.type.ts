import { Directive, Field, ObjectType } from 'type-graphql';
import { SafeIntScalar } from './scalars.ts';

@ObjectType({ description: 'Montant. Toujours en centimes entiers, jamais en nombre à virgule.' })
@Directive('@shareable')
export class Money {
  @Field(() => SafeIntScalar, { description: 'Montant en centimes.' })
  cents!: number;

  @Field(() => String, { description: 'Devise (ISO 4217) ; `EUR` partout aujourd’hui.' })
  currency!: string;
}

/** An amount in euros, null when it is unknown. */
export function euros(cents: number | null): Money | null {
  return cents === null ? null : { cents, currency: 'EUR' };
}
