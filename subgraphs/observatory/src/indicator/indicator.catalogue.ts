import { derivationOf } from './derivation.catalogue.ts';
import { INDICATOR_CODES, type IndicatorCode } from './indicator.code.ts';
import type { Indicator } from './indicator.type.ts';

const LAW = 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000029313296';
const ESS =
  'au sens de l’article 1 de la loi n° 2014-856 du 31 juillet 2014 : associations, coopératives, mutuelles, fondations et sociétés commerciales qui en remplissent les conditions';
const EMPLOYERS = 'Établissements employeurs de l’ESS, par territoire d’implantation.';
const PRIVATE_EMPLOYERS = 'Établissements employeurs privés, par territoire d’implantation.';
const ALL_EMPLOYERS =
  'Établissements employeurs, sans la défense ni les particuliers employeurs, par territoire d’implantation.';
const AS_PUBLISHED = 'Repris tel que la source citée le publie';
const NO_YEAR = 'Les documents ne disent pas l’année de leurs chiffres.';
const SOURCES_DIFFER =
  'Les postes comptés par l’Insee (Flores) et les effectifs comptés par l’Urssaf ne s’additionnent ni ne se comparent.';
const SMALL = 'Dans une petite commune, une seule structure peut suffire à donner un niveau élevé.';

type Entry = Omit<Indicator, 'code' | 'methodology'> & {
  definition: string;
  limitations?: readonly string[];
  coverage?: string;
};

const ENTRIES: Readonly<Record<IndicatorCode, Entry>> = {
  ESS_ESTABLISHMENTS: {
    label: "Établissements employeurs de l'ESS",
    unit: 'establishments',
    decimals: 0,
    definition: `Nombre d’établissements qui ont au moins un poste salarié dans l’année et relèvent de l’ESS ${ESS}.`,
    limitations: [SOURCES_DIFFER],
  },
  ESS_JOBS: {
    label: "Emplois salariés de l'ESS",
    unit: 'jobs',
    decimals: 0,
    definition: `Nombre d’emplois salariés des établissements de l’ESS ${ESS}.`,
    limitations: [SOURCES_DIFFER, 'Des emplois, et non des équivalents temps plein.'],
  },
  ESS_ESTABLISHMENTS_SHARE: {
    label: "Part de l'ESS dans les établissements privés",
    unit: 'ratio 0–1',
    decimals: 3,
    definition: 'Établissements de l’ESS rapportés à l’ensemble des établissements de l’économie privée.',
    limitations: ['Des parts de plusieurs territoires ne se moyennent pas : il faut repartir des effectifs.'],
  },
  ESS_JOBS_SHARE: {
    label: "Part de l'ESS dans l'emploi privé",
    unit: 'ratio 0–1',
    decimals: 3,
    definition: 'Emplois salariés de l’ESS rapportés à l’ensemble de l’emploi salarié de l’économie privée.',
    limitations: [
      'Des parts de plusieurs territoires ne se moyennent pas : il faut repartir des effectifs.',
      'Le document ne précise pas toujours que le dénominateur est l’emploi privé.',
    ],
  },
  ESS_JOBS_PER_1000: {
    label: "Emplois de l'ESS pour 1 000 habitants",
    unit: 'per 1 000',
    decimals: 0,
    definition: 'Emplois salariés de l’ESS implantés sur le territoire, pour 1 000 habitants.',
    limitations: [SMALL, 'Les emplois sont comptés où l’on travaille, les habitants où ils résident.'],
  },
  ESS_JOBS_RANK: {
    label: "Rang par le volume d'emplois ESS",
    unit: 'rank',
    decimals: 0,
    definition:
      'Rang de la commune dans son département par le nombre d’emplois de l’ESS, le premier étant le plus grand.',
    limitations: ['Seules les premières communes sont citées.'],
  },
  ESS_ESTABLISHMENTS_DEPARTMENT_SHARE: {
    label: 'Part des établissements ESS du département',
    unit: 'ratio 0–1',
    decimals: 3,
    definition: 'Établissements de l’ESS du territoire rapportés à ceux de tout le département.',
    limitations: ['Un document peut dire cette part en mots (« un tiers ») : la valeur est alors approchée.'],
  },
  ESS_JOBS_TOP5_SHARE: {
    label: 'Part des cinq premières communes',
    unit: 'ratio 0–1',
    decimals: 3,
    definition:
      'Part des emplois de l’ESS du territoire que réunissent les cinq communes qui en ont le plus.',
  },
  ESS_ESTABLISHMENTS_TOP5_SHARE: {
    label: 'Part des cinq premières communes',
    unit: 'ratio 0–1',
    decimals: 3,
    definition:
      'Part des établissements de l’ESS du territoire que réunissent les cinq communes qui en ont le plus.',
    limitations: ['L’ordre dans lequel les communes sont citées n’est pas donné comme un classement.'],
  },
  ASSOCIATIONS: {
    label: "Nombre d'associations",
    unit: 'units',
    decimals: 0,
    definition: 'Nombre d’associations du territoire.',
    limitations: ['Le document ne dit pas si les associations sans salarié sont comptées.'],
    coverage: 'Associations du territoire, telles que le document les compte.',
  },
  COOPERATIVES: {
    label: 'Nombre de coopératives',
    unit: 'units',
    decimals: 0,
    definition: 'Nombre de coopératives du territoire.',
    coverage: 'Coopératives du territoire, telles que le document les compte.',
  },
  FOUNDATIONS: {
    label: 'Nombre de fondations',
    unit: 'units',
    decimals: 0,
    definition: 'Nombre de fondations du territoire.',
    coverage: 'Fondations du territoire, telles que le document les compte.',
  },
  ESS_PAYROLL: {
    label: 'Masse salariale',
    unit: 'cents',
    decimals: 0,
    definition:
      'Salaires bruts versés dans l’année par les établissements de l’ESS, avant cotisations de l’employeur.',
    limitations: ['Aucun document repris ici ne la donne.'],
  },
  ESS_FTE: {
    label: 'Équivalents temps plein',
    unit: 'FTE',
    decimals: 1,
    definition: 'Travail salarié des établissements de l’ESS, ramené à des temps pleins sur l’année.',
    limitations: ['Ne se déduit pas d’un nombre de postes.', 'Aucun document repris ici ne les donne.'],
  },
  ESS_JOBS_GROWTH: {
    label: "Évolution annuelle de l'emploi de l'ESS",
    unit: 'ratio',
    decimals: 3,
    definition: 'Emplois de l’ESS rapportés à ceux de l’année précédente, moins un : 0,02 vaut plus 2 %.',
    limitations: ['Sans valeur à une rupture de série.'],
  },
  ESS_ESTABLISHMENTS_GROWTH: {
    label: "Évolution annuelle des établissements de l'ESS",
    unit: 'ratio',
    decimals: 3,
    definition:
      'Établissements de l’ESS rapportés à ceux de l’année précédente, moins un : 0,02 vaut plus 2 %.',
    limitations: ['Sans valeur à une rupture de série.'],
  },
  PRIVATE_ESTABLISHMENTS: {
    label: "Établissements employeurs de l'économie privée",
    unit: 'establishments',
    decimals: 0,
    definition: 'Nombre d’établissements employeurs de l’économie privée, ESS comprise.',
    limitations: [SOURCES_DIFFER],
    coverage: PRIVATE_EMPLOYERS,
  },
  PRIVATE_JOBS: {
    label: "Emplois salariés de l'économie privée",
    unit: 'jobs',
    decimals: 0,
    definition: 'Nombre d’emplois salariés de l’économie privée, ESS comprise.',
    limitations: [SOURCES_DIFFER],
    coverage: PRIVATE_EMPLOYERS,
  },
  ESTABLISHMENTS: {
    label: 'Établissements employeurs',
    unit: 'establishments',
    decimals: 0,
    definition: 'Nombre d’établissements qui ont au moins un poste salarié dans l’année, publics et privés.',
    limitations: [SOURCES_DIFFER],
    coverage: ALL_EMPLOYERS,
  },
  JOBS: {
    label: 'Postes salariés au 31 décembre',
    unit: 'jobs',
    decimals: 0,
    definition: 'Nombre de postes salariés au 31 décembre, au lieu de travail, publics et privés.',
    limitations: [SOURCES_DIFFER, 'Des postes, et non des personnes.'],
    coverage: ALL_EMPLOYERS,
  },
  PAYROLL: {
    label: "Masse salariale de l'économie privée",
    unit: 'cents',
    decimals: 0,
    definition:
      'Salaires bruts versés dans l’année par les établissements privés, avant cotisations de l’employeur.',
    coverage: PRIVATE_EMPLOYERS,
  },
};

/** Every indicator, in the order in which they are presented. */
export const INDICATORS: readonly Indicator[] = INDICATOR_CODES.map((code) => {
  const { definition, limitations = [], coverage = EMPLOYERS, ...shown } = ENTRIES[code];
  return {
    code,
    ...shown,
    methodology: {
      definition,
      computation: computationOf(code),
      limitations: [...limitations, NO_YEAR],
      coverage,
      url: definition.includes('2014-856') ? LAW : null,
    },
  };
});

const BY_CODE = new Map<string, Indicator>(INDICATORS.map((indicator) => [indicator.code, indicator]));

function computationOf(code: IndicatorCode): string {
  const derivation = derivationOf(code);
  return derivation === null
    ? `${AS_PUBLISHED} ; un total que la source ne donne pas est la somme de toutes ses parties, quand elles sont toutes connues.`
    : `${AS_PUBLISHED}, sans recalcul. Sinon, à partir des sommes d’un même jeu de données et d’une même année : ${derivation.formula}. Sans valeur dès qu’une des valeurs de départ est inconnue ou secrète.`;
}

/** The indicator of a code, null when there is none. */
export function indicatorOf(code: string): Indicator | null {
  return BY_CODE.get(code) ?? null;
}
