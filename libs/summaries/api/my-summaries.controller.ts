import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Context, Ctx, Endpoint, IdParam } from '@kinfold/shared/api';
import { AnswerLine } from './portal/answer-line';
import { ListMySummaries } from './portal/list-my-summaries';
import { ReadMySummary } from './portal/read-my-summary';
import { MySummaryAnswer, MySummaryListAnswer } from './portal.answers';
import { AnswerRequest } from './summaries.requests';

const PORTAL = ['portal'] as const;

/** What a member of a family reads and answers. */
@ApiTags('my-summaries')
@Controller()
export class MySummariesController {
  constructor(
    private readonly listMySummaries: ListMySummaries,
    private readonly readMySummary: ReadMySummary,
    private readonly answerLine: AnswerLine,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'my/summaries',
    permission: 'summary:read',
    audit: 'summary.listed-by-reader',
    surfaces: PORTAL,
    operation: 'listMySummaries',
    summary: 'The summaries shared with whoever is signed in.',
    answer: MySummaryListAnswer,
    jsonText: true,
  })
  list(@Ctx() context: Context): Promise<string> {
    return this.listMySummaries.run(context);
  }

  @Endpoint({
    method: 'GET',
    path: 'my/summaries/:summaryId',
    permission: 'summary:read',
    audit: 'summary.read',
    surfaces: PORTAL,
    operation: 'readMySummary',
    summary: 'One summary as its reader sees it.',
    answer: MySummaryAnswer,
  })
  read(@Ctx() context: Context, @IdParam('summaryId') summaryId: string): Promise<MySummaryAnswer> {
    return this.readMySummary.run(context, summaryId);
  }

  @Endpoint({
    method: 'POST',
    path: 'my/summaries/:summaryId/lines/:lineId/answers',
    permission: 'summary:amend',
    audit: 'summary.answered',
    surfaces: PORTAL,
    status: 204,
    operation: 'answerMyLine',
    summary: 'Answers a line; the answer goes to the clinic alone.',
  })
  answer(
    @Ctx() context: Context,
    @IdParam('summaryId') summaryId: string,
    @IdParam('lineId') lineId: string,
    @Body() request: AnswerRequest,
  ): Promise<void> {
    return this.answerLine.run(context, summaryId, lineId, request);
  }
}
