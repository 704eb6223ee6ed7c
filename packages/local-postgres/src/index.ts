export { LocalPostgresError } from './errors.ts';
export {
  joinLocalPostgres,
  type LocalPostgres,
  type LocalPostgresOptions,
  restartLocalPostgres,
} from './join.ts';
