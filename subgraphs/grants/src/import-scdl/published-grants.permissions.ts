import { connectionRows, type PublicFields } from '@graphess/subgraph-kit';

export const PUBLISHED_GRANTS_PUBLIC: PublicFields = {
  PublishedGrant: [
    ...['agreedOn', 'amount', 'beneficiaryName', 'beneficiaryRna', 'beneficiarySiren', 'beneficiarySiret'],
    ...['grantorName', 'grantorSiret', 'key', 'line', 'nature', 'object', 'paidFrom', 'paidTo', 'reference'],
    ...['source', 'terms', 'year'],
  ],
  ...connectionRows('PublishedGrant', 'totalAmount'),
  PublishedGrantFile: [
    ...['fileName', 'importedAt', 'kept', 'problems', 'quarantined', 'read', 'sha256', 'source'],
  ],
  PublishedGrantProblem: ['code', 'count', 'message'],
};
