import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { derivationOf } from '../indicator/derivation.catalogue.ts';
import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import { territoryById } from '../territory/territory.queries.ts';
import { POPULATION_SOURCE } from '../territory/territory.sources.ts';
import { inputCellById, inputSourcesByKey, inputSourcesKey } from './derivation.queries.ts';
import { Observation, type ObservationAtInstant } from './observation.entity.ts';
import { ObservationInput } from './observation-input.type.ts';
import type { DerivationInput } from './observation-revision.entity.ts';

/** Inputs that are no observation: the population of a territory, and how many of a territory's communes come first. */
const COUNTED = /^(?<kind>POPULATION|RANKED):(?<territory>[A-Z]+:.+)$/;
/** The year of a population is told as its period, not as an input of the formula. */
const YEAR_ROLE = 'POPULATION_YEAR';

@Resolver(() => Observation)
export class DerivationResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Formule, quand la valeur est calculée à partir d’autres ; nulle quand une source la donne.',
  })
  formula(@Root() { indicatorCode, revision }: ObservationAtInstant): string | null {
    return revision === null || revision.inputs === null
      ? null
      : (derivationOf(indicatorCode)?.formula ?? null);
  }

  @FieldResolver(() => [ObservationInput], {
    description:
      'Les valeurs dont celle-ci est calculée ; liste vide quand une source la donne, ou quand elle est secrète.',
  })
  inputs(
    @Root() { indicatorCode, revision }: ObservationAtInstant,
    @Ctx() ctx: Context,
  ): Promise<ObservationInput[]> {
    const roles = derivationOf(indicatorCode)?.roles ?? {};
    const inputs = revision?.inputs ?? [];
    const year = inputs.find(({ role }) => role === YEAR_ROLE)?.value ?? null;
    return Promise.all(
      inputs
        .filter(({ role }) => role !== YEAR_ROLE)
        .map((input) => shownInput(ctx, input, { label: roles[input.role] ?? input.role, year })),
    );
  }

  @FieldResolver(() => [Source], {
    description:
      'Le document ou le jeu de données qui donne la valeur, avec le passage cité, puis les sources dont elle est tirée ou calculée.',
  })
  async provenance(@Root() { revision }: ObservationAtInstant, @Ctx() ctx: Context): Promise<Source[]> {
    if (revision === null) return [];
    const ofInputs = await Promise.all((revision.inputs ?? []).map((input) => sourcesOfInput(ctx, input)));
    const sourceIds = new Set([...revision.sourceIds, ...ofInputs.flat()]);
    return provenanceOf(ctx, [...sourceIds], revision.quotation);
  }
}

type Telling = { label: string; year: number | null };

async function shownInput(
  ctx: Context,
  { role, id, value }: DerivationInput,
  { label, year }: Telling,
): Promise<ObservationInput> {
  const { kind, territory } = COUNTED.exec(id)?.groups ?? {};
  if (territory !== undefined) {
    return {
      ...{ role, label, value, observationId: null, indicator: null },
      period: kind === 'POPULATION' ? year : null,
      territory: await territoryById(ctx).load(territory),
    };
  }
  const cell = await inputCellById(ctx).load(id);
  return {
    role,
    label,
    // An input that cannot be told to be public is not shown.
    value: cell === null || cell.secret ? null : value,
    observationId: id,
    indicator: cell && indicatorOf(cell.indicatorCode),
    period: cell?.period ?? null,
    territory: cell && (await territoryById(ctx).load(cell.territoryId)),
  };
}

async function sourcesOfInput(ctx: Context, { id, vintageId }: DerivationInput): Promise<string[]> {
  const { kind } = COUNTED.exec(id)?.groups ?? {};
  if (kind !== undefined) return kind === 'POPULATION' ? [POPULATION_SOURCE.id] : [];
  return (await inputSourcesByKey(ctx).load(inputSourcesKey(id, vintageId)))?.sourceIds ?? [];
}
