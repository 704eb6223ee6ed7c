import type { Profile } from './profile.type.ts';

export type Contribution = { code: string; label: string; points: number; explanation: string };
export type Suggestion = { id: string; name: string; score: number; contributions: Contribution[] };

/** The most that each part gives: points out of a hundred. */
const WEIGHTS = { TERRITORY: 40, AUDIENCE: 25, WORDS: 15, THEME: 10, MEANS: 10 } as const;

type Lexicon = readonly { label: string; words: RegExp }[];

const AUDIENCES: Lexicon = [
  { label: 'les jeunes', words: /\b(jeune|enfan|etudiant|scolar)/ },
  { label: 'les personnes âgées', words: /\b(senior|personnes? agees?|alzheimer)/ },
  { label: 'les personnes handicapées', words: /\b(handicap|autis|mobilite reduite)/ },
  {
    label: 'les personnes éloignées de l’emploi',
    words: /\b(chomage|emploi|insertion|reconversion|orientation)/,
  },
  {
    label: 'les personnes en précarité',
    words: /\b(precarite|sans domicile|refugie|fragile|aide alimentaire)/,
  },
  { label: 'les habitants des quartiers prioritaires', words: /\bquartiers? prioritaires?/ },
  { label: 'les femmes', words: /\b(femme|violences conjugales)/ },
  { label: 'les malades et leurs proches', words: /\b(malad|sante|soin)/ },
];

const MEANS: Lexicon = [
  { label: 'un lieu', words: /\b(espace|lieu|tiers lieu|maison|cafe|cantine|habitat|parcelle|foret)/ },
  { label: 'du matériel', words: /\b(materiel|equipement|outil|objets?|mobilier)/ },
  { label: 'un accompagnement', words: /\b(accompagn|mentor|parcours|pedagogi|formation|appren)/ },
  { label: 'des bénévoles', words: /\b(benevol|mecenat)/ },
  {
    label: 'de la communication',
    words: /\b(communication|video|application mobile|site internet|sensibilisation)/,
  },
  { label: 'un financement', words: /\b(epargne|finance|bourse)/ },
];

/** The organisations that have most in common with one, or most to bring to it; ties are broken by name, then id. */
export function suggestPartners(own: Profile, others: readonly Profile[], first: number): Suggestion[] {
  const rarity = rarityOf([own, ...others.filter(({ id }) => id !== own.id)]);
  return others
    .filter(({ id }) => id !== own.id)
    .map((other) => {
      const contributions = contributionsOf(own, other, rarity);
      // Sums of hundredths are exact in whole numbers alone.
      const hundredths = contributions.reduce((sum, { points }) => sum + Math.round(points * 100), 0);
      return { id: other.id, name: other.name, score: hundredths / 100, contributions };
    })
    .sort((a, b) => b.score - a.score || compare(a.name, b.name) || compare(a.id, b.id))
    .slice(0, first);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function contributionsOf(own: Profile, other: Profile, rarity: Rarity): Contribution[] {
  const territory = sharedTerritory(own, other);
  const audiences = sharedLabels(found(AUDIENCES, own), found(AUDIENCES, other));
  const themes = sharedLabels(
    own.themes.map(({ label }) => label),
    other.themes.map(({ label }) => label),
  );
  const words = alikeness(own, other, rarity);
  const means = complement(found(MEANS, own), found(MEANS, other));
  return [
    part('TERRITORY', 'Territoire', territory.share, territory.explanation),
    part(
      'AUDIENCE',
      'Public',
      audiences.share,
      audiences.shared.length === 0
        ? 'Aucun public commun n’est décrit.'
        : `Publics communs : ${list(audiences.shared)}.`,
    ),
    part(
      'WORDS',
      'Projet',
      words,
      'Ressemblance des mots qui décrivent les projets, les plus rares comptant le plus.',
    ),
    part(
      'THEME',
      'Thématique',
      themes.share,
      themes.shared.length === 0
        ? 'Aucune thématique commune n’est connue.'
        : `Thématiques communes : ${list(themes.shared)}.`,
    ),
    part(
      'MEANS',
      'Moyens complémentaires',
      means.share,
      means.brought.length === 0
        ? 'Aucun moyen que l’une a et l’autre non.'
        : `L’une a, et l’autre non : ${list(means.brought)}.`,
    ),
  ];
}

function part(code: keyof typeof WEIGHTS, label: string, share: number, explanation: string): Contribution {
  return { code, label, points: Math.round(share * WEIGHTS[code] * 100) / 100, explanation };
}

const list = (labels: readonly string[]) => labels.join(', ');

function found(lexicon: Lexicon, { text }: Profile): string[] {
  return lexicon.filter(({ words }) => words.test(text)).map(({ label }) => label);
}

/** What both have, as a share of what either has. */
function sharedLabels(own: readonly string[], other: readonly string[]): { share: number; shared: string[] } {
  const shared = [...new Set(own)].filter((label) => other.includes(label));
  const either = new Set([...own, ...other]).size;
  return { share: either === 0 ? 0 : shared.length / either, shared };
}

/** What one has and the other lacks, as a share of what either has. */
function complement(own: readonly string[], other: readonly string[]): { share: number; brought: string[] } {
  const either = [...new Set([...own, ...other])];
  const brought = either.filter((label) => own.includes(label) !== other.includes(label));
  return { share: either.length === 0 ? 0 : brought.length / either.length, brought };
}

function sharedTerritory(own: Profile, other: Profile): { share: number; explanation: string } {
  const pairs = own.places.flatMap((mine) => other.places.map((theirs) => ({ mine, theirs })));
  const same = pairs.find(({ mine, theirs }) => mine.id === theirs.id);
  if (same?.mine.id.startsWith('COM:')) return { share: 1, explanation: `Même commune : ${same.mine.name}.` };
  const isEpt = (id: string) => id.startsWith('EPT:');
  if (pairs.some(({ mine, theirs }) => mine.within.some((id) => isEpt(id) && theirs.within.includes(id)))) {
    return { share: 0.5, explanation: 'Même établissement public territorial.' };
  }
  const around = pairs.some(
    ({ mine, theirs }) => mine.within.includes(theirs.id) || theirs.within.includes(mine.id),
  );
  return around
    ? { share: 0.25, explanation: 'Le territoire de l’une comprend celui de l’autre.' }
    : { share: 0, explanation: 'Aucun territoire commun n’est connu.' };
}

type Rarity = ReadonlyMap<string, number>;

/** The rarer a stem among the projects, the more it weighs. */
function rarityOf(profiles: readonly Profile[]): Rarity {
  const counts = new Map<string, number>();
  for (const stem of profiles.flatMap(({ stems }) => [...new Set(stems)])) {
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + profiles.length / count)]));
}

/** The cosine of the angle between two texts, from 0 to 1. */
function alikeness(own: Profile, other: Profile, rarity: Rarity): number {
  const norm = ({ stems }: Profile) =>
    Math.hypot(...[...new Set(stems)].map((stem) => rarity.get(stem) ?? 0));
  const theirs = new Set(other.stems);
  const shared = [...new Set(own.stems)].filter((stem) => theirs.has(stem)).sort();
  const dot = shared.reduce((sum, stem) => sum + (rarity.get(stem) ?? 0) ** 2, 0);
  const norms = norm(own) * norm(other);
  return norms === 0 ? 0 : dot / norms;
}
