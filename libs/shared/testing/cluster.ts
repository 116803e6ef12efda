/** What the set-up of a test run needs of the application, bundled for it: Jest maps no path aliases there. */
export { createTemporaryDatabaseServer } from '@kinfold/shared/api';
