/** Stops the PostgreSQL of the run and deletes its folder. */
export default async function globalTeardown() {
  await globalThis.kinfoldTestCluster?.stop();
}
