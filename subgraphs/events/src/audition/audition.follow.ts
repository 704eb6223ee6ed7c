import { eventId } from '@graphess/identifiers';
import { type Follow, upsertRows } from '@graphess/subgraph-kit';
import { z } from 'zod';

const auditionDay = z.object({
  id: z.string(),
  edition: z.number(),
  day: z.string(),
  starts_at: z.coerce.date(),
  ends_at: z.coerce.date(),
});

type AuditionDay = z.infer<typeof auditionDay>;

/** The source of what the calls for projects themselves announce. */
const SOURCE = {
  id: 'grants-auditions',
  producer: 'Département',
  title: 'Calendrier des auditions de l’appel à projets',
  document: null,
  vintage: null,
  url: null,
  accessed_on: null,
  published_on: null,
  licence: null,
  citation:
    'Calendrier des auditions de l’appel à projets, tenu par les agents du Département (domaine grants).',
};

const idOf = (day: string) => eventId(`auditions-${day}`);

/** Shows in the agenda the days on which an edition hears projects, and nobody who is heard. */
export const followAuditions: Follow = {
  from: 'grants',
  topic: 'audition',
  async apply(db, upserts, deletedKeys) {
    await upsertRows(db, 'source', ['id'], [SOURCE]);
    await upsertRows(
      db,
      'event',
      ['id'],
      upserts.map(({ value }) => eventRow(auditionDay.parse(value))),
    );
    await db.query(`DELETE FROM event WHERE type = 'AUDITION' AND id = ANY($1)`, [deletedKeys.map(idOf)]);
  },
  async reset(db) {
    await db.query(`DELETE FROM event WHERE type = 'AUDITION'`);
  },
};

function eventRow({ id, edition, day, starts_at, ends_at }: AuditionDay) {
  return {
    id: idOf(id),
    title: `Auditions de la ${edition === 1 ? '1re' : `${edition}e`} édition`,
    aliases: [],
    type: 'AUDITION',
    starts_on: day,
    last_possible_on: day,
    precision: 'INSTANT',
    starts_at,
    ends_at,
    venue_accessibility: [],
    status: 'SCHEDULED',
    organizer_ids: [],
    is_demonstration: false,
    source_ids: [SOURCE.id],
  };
}
