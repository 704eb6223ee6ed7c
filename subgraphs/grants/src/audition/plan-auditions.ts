import { callId } from '@graphess/identifiers';
import {
  appendToJournal,
  ConflictError,
  type Context,
  NotFoundError,
  parisDay,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import type { PlanAuditionsInput } from './audition.input.ts';
import { PlanAuditionsSuccess } from './audition.payload.ts';
import { slotsByIds } from './audition.queries.ts';
import { problemsOfPlan } from './audition.rules.ts';

/** Opens the slots of a day of auditions, all or none. */
export function planAuditions(ctx: Context, input: PlanAuditionsInput) {
  return writeOnce(
    ctx,
    'planAuditions',
    input,
    async (tx) => {
      const problems = problemsOfPlan(input, parisDay(ctx.now));
      if (problems.length > 0) return ValidationError.of(problems);
      const call = callId(input.edition);
      const known: unknown[] = await tx.query('SELECT FROM call WHERE id = $1', [call]);
      if (known.length === 0) return noSuchEdition();
      const ids = await openSlots(tx, call, input);
      if (ids.length < input.count) return placeIsTaken();
      await appendToJournal(tx, {
        ...authorOf(ctx),
        action: 'AUDITIONS_PLANNED',
        target: call,
        details: { day: input.day, slots: ids.length, minutes: input.slotMinutes },
      });
      return { ids };
    },
    async (tx, { ids }) => Object.assign(new PlanAuditionsSuccess(), { slots: await slotsByIds(tx, ids) }),
  );
}

/** The ids of the slots that the place was free for. */
async function openSlots(
  tx: EntityManager,
  call: string,
  { edition, day, from, slotMinutes, count, place }: PlanAuditionsInput,
): Promise<string[]> {
  const dayId = `${edition}-${day}`;
  await tx.query('INSERT INTO audition_day (id, call_id, day) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    dayId,
    call,
    day,
  ]);
  const opened: { id: string }[] = await tx.query(
    `INSERT INTO audition_slot (id, day_id, call_id, starts_at, ends_at, place)
     SELECT gen_random_uuid(), $1, $2, opens + at * length, opens + (at + 1) * length, $7
       FROM (SELECT ($3 || ' ' || $4)::timestamp AT TIME ZONE 'Europe/Paris' AS opens,
                    make_interval(mins => $5) AS length) day,
            generate_series(0, $6 - 1) AS at
     ON CONFLICT DO NOTHING RETURNING id`,
    [dayId, call, day, from, slotMinutes, count, place.trim()],
  );
  return opened.map(({ id }) => id);
}

function noSuchEdition(): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'CALL_NOT_FOUND',
    message: 'Cette édition n’existe pas.',
    path: ['edition'],
  });
}

function placeIsTaken(): ConflictError {
  return Object.assign(
    ConflictError.of('Des auditions occupent déjà ce lieu à ces heures : aucun créneau n’est ouvert.'),
    { code: 'PLACE_TAKEN' },
  );
}
