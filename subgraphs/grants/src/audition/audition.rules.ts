import { collect, isCalendarDay, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';

const MINUTES = { least: 5, most: 240 } as const;
const MOST_SLOTS = 60;
const LONGEST_PLACE = 200;
const LAST_MINUTE = 24 * 60;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

export type AuditionPlan = {
  readonly day: string;
  readonly from: string;
  readonly slotMinutes: number;
  readonly count: number;
  readonly place: string;
};

/** What is wrong in a day of auditions, `today` being a Paris day. */
export function problemsOfPlan(plan: AuditionPlan, today: string): Problem[] {
  const { day, from, slotMinutes, count, place } = plan;
  const [, hours, minutes] = TIME.exec(from) ?? [];
  const start = hours === undefined ? null : Number(hours) * 60 + Number(minutes);
  const lengthHolds = slotMinutes >= MINUTES.least && slotMinutes <= MINUTES.most;
  const countHolds = count >= 1 && count <= MOST_SLOTS;
  return collect(
    !isCalendarDay(day) && problem('DAY_MALFORMED', 'Le jour s’écrit AAAA-MM-JJ.', ['day']),
    isCalendarDay(day) && day < today && problem('DAY_PAST', 'Ce jour est passé.', ['day']),
    start === null && problem('TIME_MALFORMED', 'L’heure s’écrit HH:MM, de 00:00 à 23:59.', ['from']),
    !lengthHolds &&
      problem('SLOT_LENGTH', `Un créneau dure de ${MINUTES.least} à ${MINUTES.most} minutes.`, [
        'slotMinutes',
      ]),
    !countHolds && problem('SLOT_COUNT', `De 1 à ${MOST_SLOTS} créneaux à la fois.`, ['count']),
    start !== null &&
      lengthHolds &&
      countHolds &&
      start + slotMinutes * count >= LAST_MINUTE &&
      problem('PAST_MIDNIGHT', 'Les auditions finissent avant minuit.', ['count']),
    (place.trim() === '' || [...place].length > LONGEST_PLACE || isUnprintable(place)) &&
      problem('PLACE_MALFORMED', `Le lieu a de 1 à ${LONGEST_PLACE} caractères imprimables.`, ['place']),
  );
}
