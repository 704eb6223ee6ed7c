import { type AreaCommune, pick, pickWeighted, type Random, seededRandom } from '@graphess/demonstration';
import { eventId, slugify } from '@graphess/identifiers';
import { DEMONSTRATION_SOURCE } from '@graphess/provenance';
import type { EventPrecision } from '../event/event.vocabulary.ts';
import type { EventRecord, SessionRecord } from '../event/store-events.ts';
import { instantOn, workingDayFrom } from './demonstration-days.ts';
import { DEMONSTRATION_PROGRAMMES, type DemonstrationProgramme } from './demonstration-programmes.ts';
import { drawSeats, drawStatus } from './demonstration-seats.ts';

const EVENTS_AT_SCALE_1 = 40;
const FIRST_OFFSET = -365;
/** A few days short of two years, so that a day moved to the next Monday is still within them. */
const LAST_OFFSET = 725;
/** Beyond this, organisers have often chosen no more than a month. */
const FAR_AHEAD = 180;
/** The last day from which a whole month still ends within two years. */
const LAST_MONTH_OFFSET = 695;

const VENUES = [
  'Maison des associations',
  'Espace de travail partagé',
  'Salle polyvalente',
  'Médiathèque',
] as const;
const ACCESSIBILITY = ['Handicap moteur', 'Handicap auditif', 'Handicap visuel', 'Handicap mental'] as const;

/**
 * Invented events, about 40 for each unit of `scale`, from one year before `anchorDay` to two years after it: the same
 * ones for the same arguments. They are spread over `communes` from the most to the least populated, and organised by
 * `organizerIds`, ids of invented organisations. None without communes or organisations.
 */
export function demonstrationEvents(setting: {
  area: string;
  scale: number;
  anchorDay: string;
  communes: readonly AreaCommune[];
  organizerIds: readonly string[];
}): EventRecord[] {
  const { area, scale, anchorDay, organizerIds } = setting;
  const communes = setting.communes.toSorted((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1));
  if (organizerIds.length === 0) return [];
  return Array.from({ length: Math.round(scale * EVENTS_AT_SCALE_1) }).flatMap((_, index) => {
    const commune = communes[index % communes.length];
    const random = seededRandom(`demonstration event ${area} ${index}`);
    return commune ? [demonstrationEvent(random, index + 1, anchorDay, commune, organizerIds)] : [];
  });
}

function demonstrationEvent(
  random: Random,
  rank: number,
  anchorDay: string,
  commune: AreaCommune,
  organizerIds: readonly string[],
): EventRecord {
  const programme = pickWeighted(
    random,
    DEMONSTRATION_PROGRAMMES.map((each) => [each, each.weight] as const),
  );
  const offset = FIRST_OFFSET + Math.floor(random() * (LAST_OFFSET - FIRST_OFFSET + 1));
  const precision = drawPrecision(random, offset);
  const day = workingDayFrom(anchorDay, offset);
  const hours = precision === 'INSTANT' ? hoursOf(programme, day) : NO_HOURS;
  const status = drawStatus(random);
  const seats = drawSeats(random, programme.capacities, offset);
  const venue = {
    name: `${pick(random, VENUES)} de démonstration`,
    address: `${1 + Math.floor(random() * 60)} rue de la Démonstration, ${commune.name}`,
    accessibility: ACCESSIBILITY.filter(() => random() < 0.5),
  };
  return {
    id: eventId(`demo-${slugify(programme.label)}-${slugify(commune.name)}-${rank}`),
    title: `${programme.label}, ${commune.name} (démonstration)`,
    aliases: [],
    type: programme.type,
    startsOn: precision === 'MONTH' ? `${day.slice(0, 7)}-01` : day,
    precision,
    ...hours,
    venue: status === 'MOVED_ONLINE' ? null : venue,
    territoryId: commune.id,
    ...seats,
    status:
      status === 'SCHEDULED' && seats.capacity !== null && seats.registered === seats.capacity
        ? 'FULL'
        : status,
    description: `Événement inventé pour la démonstration. ${programme.description}`,
    audience: programme.audience,
    seriesCode: null,
    parentId: null,
    organizerIds: [pick(random, organizerIds)],
    speedMeetings: null,
    sourceIds: [DEMONSTRATION_SOURCE.id],
    sessions: sessionsOf(random, programme, precision === 'INSTANT' ? day : null, organizerIds),
  };
}

function drawPrecision(random: Random, offset: number): EventPrecision {
  const draw = random();
  if (offset <= FAR_AHEAD) return draw < 0.08 ? 'DAY' : 'INSTANT';
  if (draw < 0.25 && offset <= LAST_MONTH_OFFSET) return 'MONTH';
  return draw < 0.5 ? 'DAY' : 'INSTANT';
}

const NO_HOURS = { startsAt: null, endsAt: null };

function hoursOf({ startsAt, sessions }: DemonstrationProgramme, day: string) {
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
  return { startsAt: instantOn(day, startsAt), endsAt: instantOn(day, startsAt + minutes) };
}

function sessionsOf(
  random: Random,
  programme: DemonstrationProgramme,
  day: string | null,
  organizerIds: readonly string[],
): SessionRecord[] {
  let startsAt = programme.startsAt;
  return programme.sessions.map(({ slug, title, minutes }) => {
    const begin = startsAt;
    startsAt += minutes;
    return {
      slug,
      title,
      startsAt: day && instantOn(day, begin),
      endsAt: day && instantOn(day, begin + minutes),
      speakerIds: random() < 0.5 ? [pick(random, organizerIds)] : [],
    };
  });
}
