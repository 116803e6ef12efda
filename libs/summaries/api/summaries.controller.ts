import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdAnswer } from '@kinfold/families/api';
import { type Context, Ctx, Endpoint, IdParam, IfMatch } from '@kinfold/shared/api';
import { ArrangeLines } from './draft/arrange-lines';
import { BeginSummary } from './draft/begin-summary';
import { WriteLine } from './draft/write-line';
import { OpenSummaryPage } from './editor/open-summary-page';
import { ListSummaries } from './list/list-summaries';
import { ReleaseSummary } from './release/release-summary';
import { WithdrawSummary } from './release/withdraw-summary';
import { DraftChangedAnswer, SummaryListAnswer, SummaryPageAnswer } from './staff.answers';
import { LineRequest, OrderRequest, ReleaseRequest, WithdrawRequest } from './summaries.requests';

const STAFF = ['staff'] as const;

/** Writing, sharing and taking back. What families read is in `my-summaries.controller.ts`. */
@ApiTags('summaries')
@Controller()
export class SummariesController {
  constructor(
    private readonly listSummaries: ListSummaries,
    private readonly openSummaryPage: OpenSummaryPage,
    private readonly beginSummary: BeginSummary,
    private readonly writeLine: WriteLine,
    private readonly arrangeLines: ArrangeLines,
    private readonly releaseSummary: ReleaseSummary,
    private readonly withdrawSummary: WithdrawSummary,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'families/:familyId/summaries',
    permission: 'summary:read',
    audit: 'summary.listed',
    surfaces: STAFF,
    operation: 'listSummaries',
    summary: 'The summaries of a family, and the sessions that have none yet.',
    answer: SummaryListAnswer,
    jsonText: true,
  })
  list(@Ctx() context: Context, @IdParam('familyId') familyId: string): Promise<string> {
    return this.listSummaries.run(context, familyId);
  }

  @Endpoint({
    method: 'GET',
    path: 'sessions/:sessionId/summary',
    permission: 'summary:read',
    audit: 'summary.opened',
    surfaces: STAFF,
    operation: 'openSummaryPage',
    summary: 'The summary of a session with what each member reads or would read.',
    answer: SummaryPageAnswer,
  })
  open(@Ctx() context: Context, @IdParam('sessionId') sessionId: string): Promise<SummaryPageAnswer> {
    return this.openSummaryPage.run(context, sessionId);
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/summary',
    permission: 'summary:create',
    audit: 'summary.begun',
    surfaces: STAFF,
    status: 201,
    operation: 'beginSummary',
    summary: 'Begins the summary of a session that was held.',
    answer: IdAnswer,
  })
  begin(@Ctx() context: Context, @IdParam('sessionId') sessionId: string): Promise<IdAnswer> {
    return this.beginSummary.run(context, sessionId);
  }

  @Endpoint({
    method: 'POST',
    path: 'summaries/:summaryId/lines',
    permission: 'summary:update',
    audit: 'summary.line-added',
    surfaces: STAFF,
    status: 201,
    operation: 'addSummaryLine',
    summary: 'Adds a line at the end of a draft.',
    answer: DraftChangedAnswer,
  })
  add(
    @Ctx() context: Context,
    @IdParam('summaryId') summaryId: string,
    @Body() request: LineRequest,
  ): Promise<DraftChangedAnswer> {
    return this.writeLine.add(context, summaryId, request);
  }

  @Endpoint({
    method: 'PUT',
    path: 'summaries/:summaryId/lines/:lineId',
    permission: 'summary:update',
    audit: 'summary.line-changed',
    surfaces: STAFF,
    operation: 'changeSummaryLine',
    summary: 'Changes a line of a draft.',
    answer: DraftChangedAnswer,
    ifMatch: true,
  })
  change(
    @Ctx() context: Context,
    @IdParam('summaryId') summaryId: string,
    @IdParam('lineId') lineId: string,
    @IfMatch() version: number,
    @Body() request: LineRequest,
  ): Promise<DraftChangedAnswer> {
    return this.writeLine.change(context, summaryId, lineId, version, request);
  }

  @Endpoint({
    method: 'POST',
    path: 'summaries/:summaryId/lines/:lineId/remove',
    permission: 'summary:update',
    audit: 'summary.line-removed',
    surfaces: STAFF,
    operation: 'removeSummaryLine',
    summary: 'Takes a line out of a draft.',
    answer: DraftChangedAnswer,
    ifMatch: true,
  })
  remove(
    @Ctx() context: Context,
    @IdParam('summaryId') summaryId: string,
    @IdParam('lineId') lineId: string,
    @IfMatch() version: number,
  ): Promise<DraftChangedAnswer> {
    return this.arrangeLines.takeOut(context, summaryId, lineId, version);
  }

  @Endpoint({
    method: 'PUT',
    path: 'summaries/:summaryId/order',
    permission: 'summary:update',
    audit: 'summary.ordered',
    surfaces: STAFF,
    operation: 'orderSummaryLines',
    summary: 'Puts the lines of a draft in order.',
    answer: DraftChangedAnswer,
    ifMatch: true,
  })
  order(
    @Ctx() context: Context,
    @IdParam('summaryId') summaryId: string,
    @IfMatch() version: number,
    @Body() request: OrderRequest,
  ): Promise<DraftChangedAnswer> {
    return this.arrangeLines.order(context, summaryId, version, request.lineIds);
  }

  @Endpoint({
    method: 'POST',
    path: 'summaries/:summaryId/release',
    permission: 'summary:publish',
    audit: 'summary.released',
    surfaces: STAFF,
    status: 204,
    operation: 'releaseSummary',
    summary: 'Shares a summary with members of the family.',
    ifMatch: true,
  })
  release(
    @Ctx() context: Context,
    @IdParam('summaryId') summaryId: string,
    @IfMatch() version: number,
    @Body() request: ReleaseRequest,
  ): Promise<void> {
    return this.releaseSummary.run(context, summaryId, version, request.recipientIds);
  }

  @Endpoint({
    method: 'POST',
    path: 'summaries/:summaryId/withdraw',
    permission: 'summary:withdraw',
    audit: 'summary.withdrawn',
    surfaces: STAFF,
    status: 204,
    operation: 'withdrawSummary',
    summary: 'Takes a shared summary back, with effect at once.',
    ifMatch: true,
  })
  withdraw(
    @Ctx() context: Context,
    @IdParam('summaryId') summaryId: string,
    @IfMatch() version: number,
    @Body() request: WithdrawRequest,
  ): Promise<void> {
    return this.withdrawSummary.run(context, summaryId, version, request.reason);
  }
}
