export { primaryReason } from './primary.rules.ts';
export { audit, protect } from './protect.ts';
export {
  ContradictionError,
  type Protection,
  type Reader,
  type Reason,
  type Relation,
  type SecrecyAudit,
  type SecrecyCell,
  type SecrecyTable,
} from './table.ts';
