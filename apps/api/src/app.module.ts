import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AccessModule } from '@kinfold/access/api';
import { AssessmentsModule } from '@kinfold/assessments/api';
import { ConsentModule } from '@kinfold/consent/api';
import { FamiliesModule } from '@kinfold/families/api';
import { NotesModule } from '@kinfold/notes/api';
import { SessionsModule } from '@kinfold/sessions/api';
import { loggerOptions, ProblemFilter, validationPipe } from '@kinfold/shared/api';
import { SummariesModule } from '@kinfold/summaries/api';
import { type Foundation, FoundationModule } from './foundation.module';
import { HealthModule } from './health/health.module';

/** Every slice. A new one takes a line here. */
const SLICES = [
  HealthModule,
  AccessModule,
  AssessmentsModule,
  ConsentModule,
  FamiliesModule,
  SessionsModule,
  NotesModule,
  SummariesModule,
];

/** The slices of the application, and what holds for every route. */
@Module({})
export class AppModule {
  static with(foundation: Foundation, logLevel: string): DynamicModule {
    return {
      module: AppModule,
      imports: [LoggerModule.forRoot(loggerOptions(logLevel)), FoundationModule.with(foundation), ...SLICES],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}

/** The slices alone, for describing the API: nothing is started, so nothing that they need exists. */
@Module({ imports: [FoundationModule.forDescription(), ...SLICES] })
export class DescribedModule {}
