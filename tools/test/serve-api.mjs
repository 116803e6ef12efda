/** Serves the built API for a test: configuration in the environment, database addresses in KINFOLD_TEST_SERVE_URLS. Prints `ready`. */
const { startApi } = await import(new URL('../../dist/apps/api/main.js', import.meta.url).href);
const api = await startApi(JSON.parse(process.env.KINFOLD_TEST_SERVE_CONFIG), JSON.parse(process.env.KINFOLD_TEST_SERVE_URLS));
process.stdout.write('ready\n');
process.once('SIGTERM', () => void api.close().then(() => process.exit(0)));
