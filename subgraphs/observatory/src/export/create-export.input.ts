import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/attempt.ts';
import { DimensionFilter } from '../cube/dimension-filter.input.ts';
import { ExportFormat } from '../format/export-format.ts';
import { PeriodInput } from '../observation/period.input.ts';
import { CsvDialect } from './csv-dialect.ts';

@InputType({ description: 'Le fichier voulu. Un filtre absent garde tout.' })
export class CreateExportInput {
  @Field(() => String, { description: 'Jeu de données, par exemple `ESS-FLORES`.' })
  datasetCode!: string;

  @Field(() => ExportFormat, { description: 'Format du fichier.' })
  format!: ExportFormat;

  @Field(() => CsvDialect, {
    defaultValue: CsvDialect.RFC_4180,
    description: 'Manière d’écrire un fichier CSV ; sans objet pour les autres formats.',
  })
  dialect!: CsvDialect;

  @Field(() => [String], {
    nullable: true,
    description: 'Territoires gardés, de tous échelons : `COM:92050`, `EPT:…`, `DEP:92`… 1 000 au plus.',
  })
  territories?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Indicateurs gardés, par exemple `ESS_JOBS`.' })
  indicators?: string[] | null;

  @Field(() => [DimensionFilter], {
    nullable: true,
    description:
      'Détail gardé : les observations qui ont ces dimensions et aucune autre. Une liste vide ne garde que les totaux ; des modalités vides les gardent toutes.',
  })
  dimensions?: DimensionFilter[] | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'Années gardées ; une observation sans année est alors écartée.',
  })
  period?: PeriodInput | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Instant de publication dont on veut les valeurs ; maintenant s’il est absent. La requête gardée en retient l’instant de la dernière publication qui le précède.',
  })
  asOf?: Date | null;

  @Field(() => String, {
    description: IDEMPOTENCY_KEY,
  })
  idempotencyKey!: string;
}
