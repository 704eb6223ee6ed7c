import { DIMENSION_CODES, dimensionOf } from '../cube/dimension.catalogue.ts';
import { LEGAL_CATEGORY_CODE } from '../cube/legal-category.catalogue.ts';
import { COLUMNS, type Column, type ColumnKind } from '../format/columns.ts';
import { FILE_STATUSES, STATUS_WORDS } from '../format/status-words.ts';
import { TerritoryLevel } from '../territory/territory.level.ts';
import type { CatalogDataset } from './catalog-dataset.ts';

type Constraints = {
  required?: true;
  enum?: readonly string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
};

type FieldSchema = {
  name: string;
  title: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  description: string;
  constraints?: Constraints;
  trueValues?: readonly string[];
  falseValues?: readonly string[];
};

const TYPES = {
  text: 'string',
  year: 'integer',
  number: 'number',
  boolean: 'boolean',
} as const satisfies Record<ColumnKind, FieldSchema['type']>;

const BREAKDOWN_PATTERN = `(${DIMENSION_CODES.join('|')})=[0-9A-Z_]+(\\|(${DIMENSION_CODES.join('|')})=[0-9A-Z_]+)*`;

/** The columns of the tables of a dataset, by Table Schema: https://specs.frictionlessdata.io/table-schema/. */
export function tableSchemaOf(dataset: Pick<CatalogDataset, 'code' | 'title' | 'indicators'>) {
  const statuses = FILE_STATUSES.map((status) => `${status} : ${STATUS_WORDS[status]}`).join(' ');
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: dataset.code.toLowerCase(),
    title: dataset.title,
    description: `Une ligne par cellule : indicateur, territoire, année et détail. ${statuses}`,
    fields: COLUMNS.map((column) => fieldOf(column, dataset)),
    primaryKey: ['indicator', 'breakdown', 'territory', 'period'],
    missingValues: [''],
  };
}

function fieldOf(column: Column, dataset: Pick<CatalogDataset, 'code' | 'indicators'>): FieldSchema {
  const { name, label, kind, description } = column;
  const constraints = constraintsOf(name, dataset);
  return {
    name,
    title: label,
    type: TYPES[kind],
    description,
    ...(constraints !== null && { constraints }),
    ...(kind === 'boolean' && { trueValues: ['true'], falseValues: ['false'] }),
  };
}

function constraintsOf(
  name: string,
  { code, indicators }: Pick<CatalogDataset, 'code' | 'indicators'>,
): Constraints | null {
  const dimension = DIMENSION_CODES.find((each) => each.toLowerCase() === name);
  switch (dimension) {
    case 'LEGAL_CATEGORY':
      return { pattern: unanchored(LEGAL_CATEGORY_CODE) };
    case 'SIZE_CLASS':
      return { pattern: 'E(0|[1-9][0-9]*T[1-9][0-9]*|_GE[1-9][0-9]*)' };
    case undefined:
      break;
    default:
      return { enum: [...dimensionOf(dimension).values.keys()] };
  }
  switch (name) {
    case 'dataset':
      return { required: true, enum: [code] };
    case 'indicator':
      return { required: true, enum: indicators };
    case 'territory':
      return { required: true, pattern: '[A-Z]+:[0-9A-Z]+' };
    case 'territory_code':
      return { required: true, pattern: '[0-9A-Z]+' };
    case 'territory_level':
      return { required: true, enum: Object.keys(TerritoryLevel) };
    case 'status':
      return { required: true, enum: FILE_STATUSES };
    case 'period':
      return { minimum: 1800, maximum: 2200 };
    case 'breakdown':
      return { pattern: BREAKDOWN_PATTERN };
    case 'indicator_label':
    case 'unit':
    case 'territory_name':
    case 'breakdown_label':
    case 'approximate':
    case 'source':
      return { required: true };
    default:
      return null;
  }
}

/** Patterns of Table Schema hold for the whole of a cell. */
const unanchored = (pattern: RegExp) => pattern.source.replace(/^\^|\$$/g, '');
