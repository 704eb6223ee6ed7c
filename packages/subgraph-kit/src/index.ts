export {
  type ChangeSource,
  type Feed,
  type Feeds,
  httpChangeSource,
  localChangeSource,
} from './changes/change-source.ts';
export { followTable } from './changes/follow-table.ts';
export { type Follow, type FollowState, startFollower, type Upsert } from './changes/follower.ts';
export {
  type Clock,
  clockSetTo,
  dayAfter,
  isCalendarDay,
  lastDayOfMonth,
  parisDay,
  startOfParisDay,
  systemClock,
} from './clock.ts';
export type { Context } from './context.ts';
export { Abandoned, cancelledBy } from './database/cancellation.ts';
export { dataSourceOf, type StatementListener } from './database/data-source.ts';
export { trackChangesSql } from './database/kit-tables.migration.ts';
export { migrate, schemaDrift } from './database/migrate.ts';
export { outageBehind } from './database/outage.ts';
export { poolUse } from './database/pool-use.ts';
export { ensureDatabase, provisionDatabase } from './database/provision.ts';
export { namesOf } from './database/roles.ts';
export { readSettings, SettingsError, setting } from './env.ts';
export { BadInput, FAULT_CODES, Fault, type FaultCode, Forbidden, Unauthenticated } from './errors.ts';
export { allowLongBody, boundBodies } from './http/awaited-body.ts';
export { type GracefulStop, gracefulStop } from './http/graceful-stop.ts';
export { legacyJson } from './http/legacy-json.ts';
export { presentErrors, QUIET_SERVER } from './http/present-errors.ts';
export { REQUEST_ID_HEADER, requestIdOf } from './http/request-id.ts';
export { type ServedSubgraph, type ServeSettings, serveSubgraph } from './http/serve-subgraph.ts';
export { askerLeft } from './http/until-asker-leaves.ts';
export { type Attempt, type AttemptResult, once } from './idempotency.ts';
export {
  attemptOf,
  idempotencyKeyProblems,
  isUnprintable,
  keyAlreadyUsed,
} from './idempotency-refusals.ts';
export type { Job, JobData, JobRun } from './jobs/job.ts';
export type { Enqueue, EnqueueOptions, JobQueue } from './jobs/job-queue.ts';
export { pruneIdempotencyKeys } from './jobs/prune-idempotency-keys.ts';
export {
  type Anchor,
  type AnchorWhen,
  anchorJournal,
  readAnchors,
  verifyAnchoredJournal,
} from './journal/anchor-file.ts';
export { type CountedRefusals, countedRefusals } from './journal/counted-refusals.ts';
export { appendToJournal, type JournalEntry } from './journal/journal.ts';
export type { Break } from './journal/journal-chain.ts';
export { networkOf } from './journal/network-of.ts';
export { claimArea } from './load/area.ts';
export { fingerprintOf, readDataFile } from './load/data-files.ts';
export {
  firstLoadedAt,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  upsertRows,
} from './load/load.ts';
export { deleteRowsBut, replaceRows, replaceTables, type TableRows } from './load/replace-rows.ts';
export { loadMany, loadOne, loadWithArguments, perRequest } from './loader.ts';
export { createLog, type Log } from './log.ts';
export { describeError, presentError } from './mask.ts';
export {
  type OpenSubgraph,
  openSubgraph,
  type Readiness,
  type Request,
  type Response,
} from './open-subgraph.ts';
export { type Options, optionOf } from './options.ts';
export {
  type Connection,
  connectionOf,
  type Edge,
  edgeOf,
  FacetCount,
  PageInfo,
  toConnection,
  UNKNOWN_FACET,
} from './page/connection.type.ts';
export { decodeCursor, encodeCursor } from './page/cursor.ts';
export {
  checkFirst,
  countRows,
  countRowsByOwner,
  emptyPage,
  type KeysetList,
  keysetPage,
  keysetPages,
  type Page,
  type PageRequest,
} from './page/keyset.ts';
export { FirstArgument, PageArguments } from './page/page-arguments.ts';
export type { SortKey } from './page/sort-key.ts';
export {
  connectionRows,
  fields,
  type PermissionTable,
  type PublicFields,
} from './permissions/permission-table.ts';
export type { FieldPermission } from './permissions/read-permissions.ts';
export {
  AUDIENCES,
  type Audience,
  audienceOf,
  either,
  type Permit,
  people,
  roles,
  ruleText,
  scopes,
  when,
} from './permissions/rule.ts';
export { collect, type Problem, problem } from './refusal/problem.ts';
export {
  ConflictError,
  NotFoundError,
  PermissionError,
  Problem as ProblemType,
  UserError,
  ValidationError,
} from './refusal/refusal.type.ts';
export { exchange } from './route/exchange.ts';
export {
  checkRoutes,
  ROUTE_METHODS,
  type Route,
  type RouteAnswer,
  type RouteLimits,
  type RouteMethod,
  RouteRefusal,
  type RouteRequest,
  routeUrl,
} from './route/route.ts';
export { announcedBytes, onlyHeaders, REQUEST_HEADERS, sendAnswer } from './route/route-headers.ts';
export { ABANDONED, errorAnswer, type RouteCall, refusalAnswer, runRoute } from './route/run-route.ts';
export { queryOf, ROUTE_ANSWER_HEADER, takeBodiesAsTheyCome } from './route/serve-routes.ts';
export { GeoPoint } from './schema/geo-point.type.ts';
export { euros, Money } from './schema/money.type.ts';
export { Node } from './schema/node.type.ts';
export { DateScalar, DateTimeScalar, SafeIntScalar } from './schema/scalars.ts';
export { searchArgument } from './schema/search-argument.ts';
export { STATEMENT_CHALLENGE } from './statement/admission.ts';
export {
  GATEWAY_SERVICE,
  generateServiceKeys,
  readServiceIdentity,
  type ServiceIdentity,
  type ServiceJwk,
  type ServiceJwks,
  type ServiceKeySet,
} from './statement/service-identity.ts';
export { STATEMENT_HEADER, serviceViewer, signStatement } from './statement/sign-statement.ts';
export {
  STATEMENT_GUARDS,
  type StatementGuard,
  type WithoutStatementGuards,
} from './statement/verify-statement.ts';
export {
  type ByteRange,
  ContentTooLong,
  type FileStorage,
  type StoredFile,
} from './storage/file-storage.ts';
export { folderStorage } from './storage/folder-storage.ts';
export { receiveAnnounced } from './storage/receive-announced.ts';
export { isSignature, newSignature } from './storage/signature.ts';
export { defineSubgraph, printSubgraph, type Subgraph, type SubgraphDefinition } from './subgraph.ts';
export { VIEWER_KINDS, VISITOR, type Viewer, type ViewerKind } from './viewer.ts';
export { writeOnce } from './write-once.ts';
