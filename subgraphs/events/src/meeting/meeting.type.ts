import { DateTimeScalar, SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Event } from '../event/event.entity.ts';
import { Organization } from '../foreign/organization.ts';

export const MeetingState = {
  REQUESTED: 'REQUESTED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  SCHEDULED: 'SCHEDULED',
  UNSCHEDULED: 'UNSCHEDULED',
  HELD: 'HELD',
  NO_SHOW: 'NO_SHOW',
  CANCELLED: 'CANCELLED',
} as const;
export type MeetingState = (typeof MeetingState)[keyof typeof MeetingState];

registerEnumType(MeetingState, {
  name: 'MeetingState',
  description: 'Situation d’un rendez-vous.',
  valuesConfig: {
    REQUESTED: { description: 'Demandé.' },
    ACCEPTED: { description: 'Accepté, pas encore placé dans un créneau.' },
    DECLINED: { description: 'Refusé.' },
    SCHEDULED: { description: 'Placé dans un créneau.' },
    UNSCHEDULED: { description: 'Accepté, mais aucun créneau n’a pu lui être donné.' },
    HELD: { description: 'Tenu.' },
    NO_SHOW: { description: 'Non tenu : l’une des deux parties n’est pas venue.' },
    CANCELLED: { description: 'Annulé.' },
  },
});

export const OutcomeKind = {
  NO_FOLLOW_UP: 'NO_FOLLOW_UP',
  SECOND_MEETING: 'SECOND_MEETING',
  INTRODUCTION: 'INTRODUCTION',
  FUNDING_OFFER: 'FUNDING_OFFER',
  FUNDED: 'FUNDED',
  INCUBATED: 'INCUBATED',
  CONTRACT: 'CONTRACT',
} as const;
export type OutcomeKind = (typeof OutcomeKind)[keyof typeof OutcomeKind];

registerEnumType(OutcomeKind, {
  name: 'OutcomeKind',
  description: 'Suite donnée à un rendez-vous.',
  valuesConfig: {
    NO_FOLLOW_UP: { description: 'Aucune suite.' },
    SECOND_MEETING: { description: 'Un deuxième rendez-vous.' },
    INTRODUCTION: { description: 'Une mise en relation.' },
    FUNDING_OFFER: { description: 'Une proposition de financement.' },
    FUNDED: { description: 'Un financement obtenu.' },
    INCUBATED: { description: 'Une entrée en incubation.' },
    CONTRACT: { description: 'Un contrat.' },
  },
});

@ObjectType({ description: 'Ce qui a suivi un rendez-vous.' })
export class MeetingOutcome {
  @Field(() => OutcomeKind, { description: 'Nature de la suite.' })
  kind!: OutcomeKind;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Montant en centimes d’euro, nul s’il n’y en a pas.',
  })
  amountCents!: number | null;

  @Field(() => DateTimeScalar, { description: 'Instant où la suite a été enregistrée.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'Un rendez-vous entre deux structures pendant un événement.' })
export class Meeting {
  @Field(() => ID, { description: 'Identifiant du rendez-vous.' })
  id!: string;

  @Field(() => Event, { description: 'Événement pendant lequel il se tient.' })
  event!: Event;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Début du créneau, nul s’il n’est pas placé.' })
  slotStart!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Fin du créneau, nulle s’il n’est pas placé.' })
  slotEnd!: Date | null;

  @Field(() => String, { nullable: true, description: 'Table, nulle si elle n’est pas attribuée.' })
  table!: string | null;

  @Field(() => MeetingState, { description: 'Situation du rendez-vous.' })
  state!: MeetingState;

  @Field(() => Organization, { nullable: true, description: 'Structure qui reçoit.' })
  host!: Organization | null;

  @Field(() => Organization, { nullable: true, description: 'Structure qui est reçue.' })
  guest!: Organization | null;

  @Field(() => String, {
    nullable: true,
    description: 'Raison pour laquelle il n’a pas de créneau, s’il n’en a pas.',
  })
  unscheduledReason!: string | null;

  @Field(() => MeetingOutcome, {
    nullable: true,
    description: 'Suite donnée, nulle si elle n’est pas enregistrée.',
  })
  outcome!: MeetingOutcome | null;

  @Field(() => String, { description: 'Adresse du rendez-vous pour un calendrier.' })
  icsUrl!: string;
}
