import { PROVENANCE_ROWS } from '@graphess/provenance';
import {
  connectionRows,
  either,
  fields,
  type PermissionTable,
  people,
  roles,
  scopes,
} from '@graphess/subgraph-kit';
import { publicStatus } from './observation/secrecy.rules.ts';
import {
  PUBLICATION_CONDITIONS,
  PUBLICATION_MUTATIONS,
  PUBLICATION_PUBLIC,
  PUBLICATION_QUERIES,
  PUBLICATION_RESTRICTED,
} from './publication/publication.permissions.ts';

/** A hidden cell tells everybody else that it is hidden, and nothing of why: the reason itself says « one or two ». */
const STATUS = {
  may: either(roles('producer', 'admin'), scopes('statistics:publish')),
  otherwise: publicStatus,
};

/** Who publishes figures. */
const PUBLISHERS = either(roles('producer', 'admin'), scopes('statistics:publish'));

/** Any person signed in, and any key. */
const ANYBODY_KNOWN = either(
  people(),
  scopes('bi:read', 'changes:read', 'directory:read', 'statistics:publish', 'statistics:read'),
);

/** Who keeps the register of organisations. */
const REGISTER = roles('admin', 'agent');
/** Who looks after what sources print, contacts included. */
const INBOX = roles('admin', 'agent', 'producer');

export const observatoryPermissions: PermissionTable = {
  public: {
    Application: ['id'],
    ...connectionRows('Claim'),
    Containment: ['partial', 'territory'],
    Dataset: [
      'completeness',
      'freshness',
      'nextReleaseOn',
      'disclosureAudit',
      'code',
      'licence',
      'producer',
      'publishers',
      'title',
      'updateFrequency',
      'version',
      'vintages',
    ],
    ...connectionRows('Dataset'),
    Availability: ['combinations', 'dataset', 'dimensions', 'level'],
    AvailableCombination: ['cells', 'dimensions', 'periods', 'undated'],
    Dimension: ['code', 'label'],
    Completeness: [
      'completeness',
      'known',
      'missing',
      'notApplicable',
      'period',
      'suppressed',
      'territories',
    ],
    Freshness: ['dueOn', 'lastReleasedAt', 'late'],
    ...connectionRows('Observation'),
    Unknown: [
      'count',
      'field',
      'id',
      'label',
      'producer',
      'reason',
      'since',
      'source',
      'statement',
      'subject',
    ],
    ...connectionRows('Unknown'),
    Series: ['dataset', 'dimensions', 'observations', 'territory'],
    ObservationInput: ['indicator', 'label', 'observationId', 'period', 'role', 'territory', 'value'],
    DimensionValue: ['code', 'dimension', 'label'],
    Event: ['id'],
    FormerCode: ['absorbed', 'code', 'since', 'until'],
    ExportJob: ['expiresAt', 'id', 'query', 'rowCount', 'sha256', 'status', 'url'],
    Indicator: [
      'availability',
      'code',
      'decimals',
      'label',
      'methodology',
      'nextReleaseOn',
      'series',
      'unit',
    ],
    Methodology: ['computation', 'coverage', 'definition', 'limitations', 'url'],
    Need: ['id'],
    Observation: [
      ...[
        'approximate',
        'comparableWithPrevious',
        'dimensions',
        'formula',
        'id',
        'indicator',
        'inputs',
        'isDemonstration',
        'period',
      ],
      ...['provenance', 'revisions', 'statement', 'territory', 'value', 'vintage'],
    ],
    ObservationRevision: ['provenance', 'reason', 'validFrom', 'validTo', 'value'],
    Organization: [
      ...[
        'aliases',
        'claims',
        'description',
        'formerIds',
        'id',
        'isDemonstration',
        'isEsus',
        'legalForm',
        'links',
        'name',
      ],
      ...['operatesIn', 'rna', 'roleSpans', 'roles', 'seat', 'siret', 'sources', 'version', 'website'],
    ],
    ...connectionRows('Organization'),
    MarkClaimCurrentSuccess: ['claim'],
    MergeOrganizationsSuccess: ['organization'],
    ResolveQualityFindingSuccess: ['finding'],
    UnmergeOrganizationsSuccess: ['kept', 'organization'],
    OrganizationLink: ['label', 'source', 'url'],
    OrganizationRole: ['role', 'since', 'source', 'until'],
    Query: [
      ...[
        'claims',
        'dataset',
        'datasets',
        'export',
        'indicator',
        'indicators',
        'node',
        'observations',
        'organization',
        'organizations',
      ],
      ...['territories', 'territory', 'territorySearch', 'unknowns'],
    ],
    Siae: ['id'],
    Territory: [
      ...['changes', 'endedOn', 'formerCodes'],
      ...[
        'centroid',
        'centroidProvenance',
        'claims',
        'code',
        'containment',
        'contains',
        'id',
        'indicators',
        'level',
        'name',
      ],
      ...['population', 'populationProvenance', 'populationYear', 'within'],
    ],
    TerritoryChange: ['codeAfter', 'codeBefore', 'kind', 'nameAfter', 'nameBefore', 'on'],
    Upload: ['expiresAt', 'id', 'url'],
    ...PUBLICATION_PUBLIC,
    Vintage: [
      ...[
        'dataset',
        'geographyDate',
        'id',
        'label',
        'reason',
        'releasedAt',
        'withdrawalReason',
        'withdrawnAt',
      ],
    ],
  },
  shared: [PROVENANCE_ROWS],
  restricted: {
    ...PUBLICATION_RESTRICTED,
    Observation: { status: STATUS },
    ObservationRevision: { status: STATUS },
    Organization: { merges: REGISTER },
    OrganizationMerge: {
      ...fields(REGISTER, 'intoId', 'mergedAt', 'organizationId', 'undoneAt'),
      reason: { may: REGISTER, personal: true },
      undoneReason: { may: REGISTER, personal: true },
    },
    Mutation: {
      ...fields(ANYBODY_KNOWN, 'createExport'),
      ...fields(PUBLISHERS, 'createUpload'),
      ...fields(REGISTER, 'markClaimCurrent', 'mergeOrganizations', 'unmergeOrganizations'),
      ...fields(INBOX, 'resolveQualityFinding'),
      ...PUBLICATION_MUTATIONS,
    },
    Query: {
      ...fields(INBOX, 'qualityFindings'),
      ...fields(REGISTER, 'claimVersion'),
      ...PUBLICATION_QUERIES,
    },
    QualityFinding: {
      ...fields(
        INBOX,
        'explanation',
        'field',
        'id',
        'kind',
        'resolution',
        'resolvedAt',
        'version',
        'severity',
        'sources',
      ),
      ...fields(INBOX, 'status', 'subjects'),
      note: { may: INBOX, personal: true },
      statement: { may: INBOX, personal: true },
    },
    QualityFindingConnection: fields(INBOX, 'edges', 'nodes', 'pageInfo', 'totalCount'),
    QualityFindingEdge: fields(INBOX, 'cursor', 'node'),
  },
  conditions: PUBLICATION_CONDITIONS,
};
