/** The official geographic code follows communes from this day on. Source: INSEE, code officiel géographique. */
export const FIRST_KNOWN_DAY = '1943-01-01';

/** EPT exist since this day. Source: article L5219-2 du code général des collectivités territoriales. */
export const EPT_SINCE = '2016-01-01';

/** Régions have their present extent since this day. Source: loi n° 2015-29 du 16 janvier 2015. */
export const REGIONS_SINCE = '2016-01-01';

/** Régions that this law made out of several; the others are as they were. */
export const REGIONS_MADE_IN_2016: readonly string[] = ['27', '28', '32', '44', '75', '76', '84'].map(
  (code) => `REG:${code}`,
);
