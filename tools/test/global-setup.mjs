import { bundle, bundleFiles } from '../build/node-app.mjs';

/**
 * One real PostgreSQL for the whole run, migrated by the shipped migrations. Test databases are copies of it (`createTestDatabase`).
 */
export default async function globalSetup() {
  await Promise.all([bundle('api'), bundleFiles(['libs/shared/testing/cluster.ts'], 'dist/testing')]);
  const { createTemporaryDatabaseServer } = await import(
    new URL('../../dist/testing/cluster.js', import.meta.url).href
  );
  const { migrate } = await import(new URL('../../dist/apps/api/main.js', import.meta.url).href);
  const cluster = await createTemporaryDatabaseServer();
  await cluster.start();
  globalThis.kinfoldTestCluster = cluster;
  await migrate(cluster.urls.migrator);
  process.env.KINFOLD_TEST_SUPERUSER = cluster.superuserUrl;
  process.env.KINFOLD_TEST_URLS = JSON.stringify(cluster.urls);
}
