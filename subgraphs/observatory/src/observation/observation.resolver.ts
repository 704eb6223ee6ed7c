import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { DimensionValue } from '../cube/dimension-value.type.ts';
import { dimensionValuesOf } from '../cube/dimension-values.ts';
import { vintageById } from '../dataset/dataset.queries.ts';
import { Vintage } from '../dataset/vintage.entity.ts';
import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import { Indicator } from '../indicator/indicator.type.ts';
import { Territory } from '../territory/territory.entity.ts';
import { territoryById } from '../territory/territory.queries.ts';
import { Observation, type ObservationAtInstant } from './observation.entity.ts';
import { revisionsOfObservation, type ShownRevision } from './observation.queries.ts';
import { ObservationStatus } from './observation.status.ts';
import { ObservationRevision } from './observation-revision.entity.ts';
import { withoutSecretChanges } from './secrecy.rules.ts';

@Resolver(() => Observation)
export class ObservationResolver {
  @FieldResolver(() => Indicator, { description: 'L’indicateur observé.' })
  indicator(@Root() { indicatorCode }: ObservationAtInstant): Indicator | null {
    return indicatorOf(indicatorCode);
  }

  @FieldResolver(() => Territory, { description: 'Le territoire observé.' })
  territory(@Root() { territoryId }: ObservationAtInstant, @Ctx() ctx: Context): Promise<Territory | null> {
    return territoryById(ctx).load(territoryId);
  }

  @FieldResolver(() => [DimensionValue], {
    description: 'Détail de l’observation ; liste vide pour un total.',
  })
  dimensions(@Root() { breakdown }: ObservationAtInstant): DimensionValue[] {
    return dimensionValuesOf(breakdown);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Valeur, dans l’unité de l’indicateur ; nulle quand elle n’est pas connue, ce qui n’est pas zéro.',
  })
  value(@Root() { revision }: ObservationAtInstant): number | null {
    return revision?.value ?? null;
  }

  @FieldResolver(() => ObservationStatus, {
    description: 'Ce que vaut l’observation, ou pourquoi elle n’a pas de valeur.',
  })
  status(@Root() { revision }: ObservationAtInstant): ObservationStatus {
    return revision?.status ?? ObservationStatus.MISSING;
  }

  @FieldResolver(() => Boolean, {
    description: 'Vrai si la source donne la valeur en mots ou l’arrondit (« un tiers », « inférieures »).',
  })
  approximate(@Root() { revision }: ObservationAtInstant): boolean {
    return revision?.approximate ?? false;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'La valeur telle que la source l’écrit, mot pour mot.',
  })
  statement(@Root() { revision }: ObservationAtInstant): string | null {
    return revision?.statement ?? null;
  }

  @FieldResolver(() => Vintage, {
    nullable: true,
    description: 'Millésime qui publie la valeur, nul s’il n’y en a pas.',
  })
  vintage(@Root() { revision }: ObservationAtInstant, @Ctx() ctx: Context): Promise<Vintage | null> | null {
    return revision === null ? null : vintageById(ctx).load(revision.vintageId);
  }

  @FieldResolver(() => [ObservationRevision], {
    description:
      'Toutes les valeurs publiées de cette observation, la première d’abord, quel que soit l’instant demandé.',
  })
  async revisions(
    @Root() { id, revision }: ObservationAtInstant,
    @Ctx() ctx: Context,
  ): Promise<ShownRevision[]> {
    return revision === null ? [] : withoutSecretChanges(await revisionsOfObservation(ctx).load(id));
  }

  @FieldResolver(() => Boolean, {
    description: 'Vrai si la valeur se compare à celle de la période précédente (même source, même méthode).',
  })
  comparableWithPrevious(@Root() { revision }: ObservationAtInstant): boolean {
    return revision?.comparableWithPrevious ?? false;
  }
}
