import type { PublicFields } from '@graphess/subgraph-kit';

export const WORKFLOW_PUBLIC: PublicFields = {
  Workflow: ['states', 'transitions'],
  WorkflowState: ['label', 'publicLabel', 'publicState', 'state'],
  WorkflowTransition: ['action', 'from', 'guards', 'roles', 'to'],
};
