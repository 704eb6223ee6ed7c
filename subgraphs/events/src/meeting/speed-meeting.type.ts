import { Field, Int, ObjectType } from 'type-graphql';
import { Organization } from '../foreign/organization.ts';

@ObjectType({ description: 'Structure qui reçoit des rendez-vous pendant un programme de speed meetings.' })
export class MeetingHost {
  @Field(() => Organization, { nullable: true, description: 'La structure qui reçoit.' })
  organization!: Organization | null;

  @Field(() => [String], { description: 'Codes des instruments de financement qu’elle propose.' })
  instruments!: string[];

  @Field(() => Int, { description: 'Nombre de ses créneaux encore libres.' })
  freeSlots!: number;
}

@ObjectType({ description: 'Ce que vaut un planning de speed meetings.' })
export class ScheduleQuality {
  @Field(() => Int, { description: 'Nombre de rendez-vous demandés.' })
  requested!: number;

  @Field(() => Int, { description: 'Nombre de rendez-vous placés dans un créneau.' })
  scheduled!: number;

  @Field(() => Int, { description: 'Nombre de rendez-vous demandés et non placés.' })
  unscheduled!: number;

  @Field(() => Int, { description: 'Nombre de rendez-vous qu’aucun planning ne peut dépasser.' })
  upperBound!: number;

  @Field(() => Boolean, { description: 'Vrai s’il est démontré qu’aucun planning ne fait mieux.' })
  provenOptimal!: boolean;

  @Field(() => Int, { description: 'Plus petit nombre de rendez-vous obtenu par un demandeur.' })
  minMeetingsPerApplicant!: number;

  @Field(() => Int, { description: 'Plus longue attente entre deux rendez-vous, en créneaux.' })
  maxIdleSlots!: number;

  @Field(() => Int, {
    description: 'Nombre de rendez-vous impossibles (deux à la fois, ou une paire répétée).',
  })
  conflicts!: number;

  @Field(() => Int, { description: 'Nombre de tables occupées en même temps, au plus.' })
  tablesUsed!: number;
}

@ObjectType({ description: 'Programme de rendez-vous courts et successifs pendant un événement.' })
export class SpeedMeetingProgramme {
  @Field(() => Int, { description: 'Durée d’un rendez-vous, en minutes.' })
  slotMinutes!: number;

  @Field(() => Int, { description: 'Nombre de créneaux successifs.' })
  slots!: number;

  @Field(() => Int, { nullable: true, description: 'Nombre de tables, nul s’il n’est pas connu.' })
  tables!: number | null;

  @Field(() => String, { nullable: true, description: 'Version du planning, nulle tant qu’il n’y en a pas.' })
  scheduleVersion!: string | null;

  @Field(() => Boolean, { description: 'Vrai si le planning est publié.' })
  published!: boolean;

  @Field(() => [MeetingHost], { description: 'Structures qui reçoivent, vide si elles ne sont pas connues.' })
  hosts!: MeetingHost[];

  @Field(() => ScheduleQuality, {
    nullable: true,
    description: 'Qualité du planning, nulle tant qu’il n’y en a pas.',
  })
  quality!: ScheduleQuality | null;
}
