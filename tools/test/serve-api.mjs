/** Serves the built API for a test: configuration in the environment, database addresses in KINFOLD_TEST_SERVE_URLS. Prints `ready`. */
const { startApi } = await import(new URL('../../dist/apps/api/main.js', import.meta.url).href);
const api = await startApi(
  JSON.parse(process.env.KINFOLD_TEST_SERVE_CONFIG),
  JSON.parse(process.env.KINFOLD_TEST_SERVE_URLS),
);
process.stdout.write('ready\n');
process.once('SIGTERM', () => void api.close().then(() => process.exit(0)));
// Ends with the test that started it, also when that one was broken off and could say nothing.
if (process.env.KINFOLD_TEST_SERVE_ENDS_WITH_INPUT) process.stdin.resume().once('close', () => process.exit(1));
