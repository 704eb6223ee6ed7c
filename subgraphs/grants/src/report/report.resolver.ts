import {
  type Connection,
  type Context,
  countRows,
  keysetPage,
  PageArguments,
  parisDay,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { declaredOutcomesOfApplication } from '../outcome/outcome.queries.ts';
import { Outcome } from '../outcome/outcome.type.ts';
import { acceptReport } from './accept-report.ts';
import { LateReportConnection } from './late-report.connection.ts';
import { AcceptReportInput, ReturnReportInput, SubmitReportInput } from './report.input.ts';
import { AcceptReportPayload, ReturnReportPayload, SubmitReportPayload } from './report.payload.ts';
import { lateReportsOn } from './report.queries.ts';
import { DAYS_TO_CORRECT } from './report.rules.ts';
import { type LateReport, ReportDue } from './report.type.ts';
import { reportsDueOf } from './reports-due.ts';
import { returnReport } from './return-report.ts';
import { submitReport } from './submit-report.ts';

@Resolver(() => ReportDue)
export class ReportResolver {
  @Mutation(() => SubmitReportPayload, {
    description:
      'Envoie un compte rendu au Département, ou le remplace tant qu’il n’est pas accepté. Réservé au lauréat.',
  })
  async submitReport(
    @Arg('input', () => SubmitReportInput, { description: 'Le compte rendu.' }) input: SubmitReportInput,
    @Ctx() ctx: Context,
  ): Promise<typeof SubmitReportPayload> {
    return submitReport(ctx, input);
  }

  @Mutation(() => AcceptReportPayload, {
    description: 'Accepte un compte rendu : ses résultats deviennent publics. Réservé aux agents.',
  })
  async acceptReport(
    @Arg('input', () => AcceptReportInput, { description: 'Le compte rendu.' }) input: AcceptReportInput,
    @Ctx() ctx: Context,
  ): Promise<typeof AcceptReportPayload> {
    return acceptReport(ctx, input);
  }

  @Mutation(() => ReturnReportPayload, {
    description:
      'Renvoie un compte rendu au lauréat, avec un motif : il a trente jours pour le corriger. Réservé aux agents.',
  })
  async returnReport(
    @Arg('input', () => ReturnReportInput, { description: 'Le compte rendu.' }) input: ReturnReportInput,
    @Ctx() ctx: Context,
  ): Promise<typeof ReturnReportPayload> {
    return returnReport(ctx, input);
  }

  @Query(() => LateReportConnection, {
    description: 'Les comptes rendus en retard à ce jour, le plus ancien d’abord. Réservé aux agents.',
  })
  async lateReports(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, now }: Context,
  ): Promise<Connection<LateReport>> {
    const list = lateReportsOn(parisDay(now), DAYS_TO_CORRECT);
    const rows = await keysetPage<Application & Omit<LateReport, 'application'>>(db, list, page);
    return toConnection(
      rows,
      () => countRows(db, list),
      (row) => ({ application: row, code: row.code, label: row.label, dueOn: row.dueOn }),
    );
  }

  @FieldResolver(() => [Outcome], { description: 'Résultats déclarés, dans l’ordre du compte rendu.' })
  async outcomes(@Root() { applicationId, code }: ReportDue, @Ctx() ctx: Context): Promise<Outcome[]> {
    const declared = await declaredOutcomesOfApplication(ctx).load(applicationId);
    return declared.filter(({ reportCode }) => reportCode === code);
  }
}

@Resolver(() => Application)
export class ReportsOfApplicationResolver {
  @FieldResolver(() => [ReportDue], {
    description: 'Comptes rendus dus au Département, le premier dû d’abord.',
  })
  async reportsDue(@Root() { id }: Application, @Ctx() ctx: Context): Promise<ReportDue[]> {
    await viewNoted(ctx).load(id);
    return reportsDueOf(ctx, id);
  }
}
