import { Module } from '@nestjs/common';
import { ArrangeLines } from './draft/arrange-lines';
import { BeginSummary } from './draft/begin-summary';
import { Draft } from './draft/draft';
import { WriteLine } from './draft/write-line';
import { OpenSummaryPage } from './editor/open-summary-page';
import { ListSummaries } from './list/list-summaries';
import { MySummariesController } from './my-summaries.controller';
import { AnswerLine } from './portal/answer-line';
import { ListMySummaries } from './portal/list-my-summaries';
import { ReadMySummary } from './portal/read-my-summary';
import { ReleaseSummary } from './release/release-summary';
import { WithdrawSummary } from './release/withdraw-summary';
import { SummariesController } from './summaries.controller';

@Module({
  controllers: [SummariesController, MySummariesController],
  providers: [
    AnswerLine,
    ArrangeLines,
    BeginSummary,
    Draft,
    ListMySummaries,
    ListSummaries,
    OpenSummaryPage,
    ReadMySummary,
    ReleaseSummary,
    WithdrawSummary,
    WriteLine,
  ],
})
export class SummariesModule {}
