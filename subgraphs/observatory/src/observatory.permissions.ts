import { PROVENANCE_ROWS } from '@graphess/provenance';
import { connectionRows, either, type PermissionTable, roles, scopes } from '@graphess/subgraph-kit';
import { publicStatus } from './observation/secrecy.rules.ts';

/** A hidden cell tells everybody else that it is hidden, and nothing of why: the reason itself says « one or two ». */
const STATUS = {
  may: either(roles('producer', 'admin'), scopes('statistics:publish')),
  otherwise: publicStatus,
};

export const observatoryPermissions: PermissionTable = {
  public: {
    Application: ['id'],
    ...connectionRows('Claim'),
    Containment: ['partial', 'territory'],
    Dataset: ['code', 'licence', 'producer', 'title', 'updateFrequency', 'vintages'],
    ...connectionRows('Dataset'),
    DimensionValue: ['code', 'dimension', 'label'],
    Event: ['id'],
    Indicator: ['code', 'decimals', 'label', 'methodology', 'nextReleaseOn', 'unit'],
    Methodology: ['computation', 'coverage', 'definition', 'limitations', 'url'],
    Need: ['id'],
    Observation: [
      ...[
        'approximate',
        'comparableWithPrevious',
        'dimensions',
        'id',
        'indicator',
        'isDemonstration',
        'period',
      ],
      ...['provenance', 'revisions', 'statement', 'territory', 'value', 'vintage'],
    ],
    ObservationRevision: ['reason', 'validFrom', 'validTo', 'value'],
    Organization: [
      ...[
        'aliases',
        'claims',
        'description',
        'id',
        'isDemonstration',
        'isEsus',
        'legalForm',
        'links',
        'name',
      ],
      ...['operatesIn', 'rna', 'roleSpans', 'roles', 'seat', 'siret', 'sources', 'website'],
    ],
    ...connectionRows('Organization'),
    OrganizationLink: ['label', 'source', 'url'],
    OrganizationRole: ['role', 'since', 'source', 'until'],
    Query: [
      ...[
        'claims',
        'dataset',
        'datasets',
        'indicator',
        'indicators',
        'node',
        'organization',
        'organizations',
      ],
      ...['territories', 'territory', 'territorySearch'],
    ],
    Siae: ['id'],
    Territory: [
      ...['centroid', 'claims', 'code', 'containment', 'contains', 'id', 'indicators', 'level', 'name'],
      ...['population', 'populationYear', 'within'],
    ],
    Vintage: ['dataset', 'geographyDate', 'id', 'label', 'releasedAt'],
  },
  shared: [PROVENANCE_ROWS],
  restricted: {
    Observation: { status: STATUS },
    ObservationRevision: { status: STATUS },
  },
};
