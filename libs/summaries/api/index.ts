export { SUMMARY_ENTITIES } from './entities';
export { SummariesModule } from './summaries.module';
