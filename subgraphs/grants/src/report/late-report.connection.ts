import { connectionOf } from '@graphess/subgraph-kit';
import { LateReport } from './report.type.ts';

export const { Edge: LateReportEdge, Connection: LateReportConnection } = connectionOf<LateReport>(
  () => LateReport,
  { name: 'LateReport', items: 'comptes rendus en retard' },
);
