import { euros, Money, UserError } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { excessCents, inEuros, remainingCents } from './envelope.rules.ts';
import type { EnvelopeState } from './envelope-state.ts';

@ObjectType({
  implements: UserError,
  description: 'L’enveloppe de l’édition ne suffit pas ; rien n’est accordé.',
})
export class EnvelopeExceededError extends UserError {
  @Field(() => Money, { description: 'Montant encore disponible.' })
  remaining!: Money | null;

  @Field(() => Money, { description: 'Montant qui manque.' })
  missing!: Money | null;

  /** The refusal of awards that overrun an envelope. */
  static of(envelope: EnvelopeState, awardedCents: number, path: string[]): EnvelopeExceededError {
    const remaining = remainingCents(envelope) ?? 0;
    const missing = excessCents(envelope, awardedCents);
    return Object.assign(new EnvelopeExceededError(), {
      code: 'ENVELOPE_EXCEEDED',
      message: envelopeMessage(envelope, awardedCents),
      path,
      remaining: euros(remaining),
      missing: euros(missing),
    });
  }
}

/** Why awards overrun an envelope, for people. */
export function envelopeMessage(envelope: EnvelopeState, awardedCents: number): string {
  const remaining = inEuros(remainingCents(envelope) ?? 0);
  return `L’enveloppe n’y suffit pas : il reste ${remaining}, il manque ${inEuros(excessCents(envelope, awardedCents))}.`;
}
