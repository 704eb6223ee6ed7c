import {
  DEMONSTRATION_SIRET_COUNT,
  demonstrationSiret,
  organizationId,
  siaeId,
  slugify,
} from '@graphess/identifiers';
import { type AreaCommune, communesOfArea } from './area-communes.ts';
import {
  DEMONSTRATION_SECTORS,
  type DemonstrationKind,
  type DemonstrationPrestaType,
  type DemonstrationSector,
  KIND_PROFILES,
} from './demonstration-activities.ts';
import { PROPER_NAMES, SECTOR_NAMES } from './demonstration-names.ts';
import { pick, pickSize, pickSome, pickWeighted } from './draw.ts';
import { seededRandom } from './seeded-random.ts';

/** An invented insertion structure: no such structure exists. Amounts are cents a year; null stands for unknown. */
export type DemonstrationStructure = {
  slug: string;
  organizationId: string;
  siaeId: string;
  name: string;
  siret: string;
  commune: string;
  kind: DemonstrationKind;
  sectors: DemonstrationSector[];
  labels: string[];
  prestaTypes: DemonstrationPrestaType[];
  turnoverCents: number | null;
  employeesInsertion: number | null;
  employeesPermanent: number | null;
  isClubMember: boolean;
  inQpv: boolean | null;
  website: null;
  location: null;
};

const STRUCTURES_AT_SCALE_1 = 120;

/** The largest scale for which every structure has a SIRET of the fictitious range. */
export const MAX_DEMONSTRATION_SCALE = Math.floor(DEMONSTRATION_SIRET_COUNT / STRUCTURES_AT_SCALE_1);

const LABELS = ['ESUS', 'RGE', 'RSEi', 'RFAR'] as const;

/**
 * Invented insertion structures of a département, about 120 for each unit of `scale`, spread as its inhabitants are.
 * Decided by `area` alone: the same every time, and the first ones at a larger scale are those of a smaller one. SIRETs
 * are of the fictitious range. None for an area without communes.
 * @throws RangeError when `scale` is negative, not a number, or above {@link MAX_DEMONSTRATION_SCALE}.
 */
export function demonstrationStructures({
  area,
  scale,
}: {
  area: string;
  scale: number;
}): DemonstrationStructure[] {
  if (!(scale >= 0 && scale <= MAX_DEMONSTRATION_SCALE)) {
    throw new RangeError(
      `The scale of demonstration data goes from 0 to ${MAX_DEMONSTRATION_SCALE}, not ${scale}`,
    );
  }
  const communes = communesOfArea(area);
  if (communes.length === 0) return [];
  const takenSlugs = new Set<string>();
  return Array.from({ length: Math.round(scale * STRUCTURES_AT_SCALE_1) }, (_, index) =>
    structure(seededRandom(`demonstration structure ${area} ${index}`), index + 1, communes, takenSlugs),
  );
}

function structure(
  random: () => number,
  rank: number,
  communes: readonly AreaCommune[],
  takenSlugs: Set<string>,
): DemonstrationStructure {
  const commune = pickWeighted(
    random,
    communes.map((each) => [each, each.population + 1] as const),
  );
  const kind = pickWeighted(random, KINDS_BY_WEIGHT);
  const profile = KIND_PROFILES[kind];
  const mainSector = pick(random, DEMONSTRATION_SECTORS);
  const others = pickSome(
    random,
    DEMONSTRATION_SECTORS.filter((each) => each !== mainSector),
    pickSize(random, 0, 2),
  );
  const identity = identify(random, mainSector, commune, takenSlugs);
  const employeesInsertion = pickSize(random, ...profile.insertion);
  const employeesPermanent = pickSize(random, ...profile.permanent);
  const turnoverEuros =
    Math.round((employeesInsertion * 16 + employeesPermanent * 38) * (0.6 + random())) * 1_000;
  return {
    slug: identity.slug,
    organizationId: organizationId(identity.slug),
    siaeId: siaeId(identity.slug),
    name: identity.name,
    siret: demonstrationSiret(rank),
    commune: commune.id,
    kind,
    sectors: [mainSector, ...others],
    labels: random() < 0.3 ? pickSome(random, LABELS, pickSize(random, 1, 2)) : [],
    prestaTypes: [...pickWeighted(random, profile.prestaTypes)],
    turnoverCents: knownOrNull(random, 0.7, turnoverEuros * 100),
    employeesInsertion: knownOrNull(random, 0.85, employeesInsertion),
    employeesPermanent: knownOrNull(random, 0.75, employeesPermanent),
    isClubMember: random() < 0.25,
    inQpv: knownOrNull(random, 0.8, random() < 0.3),
    website: null,
    location: null,
  };
}

const KINDS_BY_WEIGHT = Object.entries(KIND_PROFILES).map(
  ([kind, { weight }]) => [kind as DemonstrationKind, weight] as const,
);

function identify(
  random: () => number,
  sector: DemonstrationSector,
  commune: AreaCommune,
  takenSlugs: Set<string>,
): { slug: string; name: string } {
  const base = `${pick(random, SECTOR_NAMES[sector])} ${pick(random, PROPER_NAMES)} – ${commune.name}`;
  for (let homonym = 1; ; homonym += 1) {
    const distinct = homonym === 1 ? base : `${base} n° ${homonym}`;
    const slug = `demo-${slugify(distinct)}`;
    if (takenSlugs.has(slug)) continue;
    takenSlugs.add(slug);
    return { slug, name: `${distinct} (démonstration)` };
  }
}

/** Real directories have gaps, and screens must show them. */
function knownOrNull<Value>(random: () => number, likelihood: number, value: Value): Value | null {
  return random() < likelihood ? value : null;
}
