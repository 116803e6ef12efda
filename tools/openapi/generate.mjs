/**
 * Writes openapi/openapi.json from the API's own handlers and classes, and the two clients from it: `npm run openapi`.
 * With `--check` it writes nothing and says whether what is committed is fresh.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../build/node-app.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const file = join(root, 'openapi', 'openapi.json');

/** The document as the code says it now, as text. */
export async function describe() {
  await bundle('api', ['describe-api.ts']);
  const { describeApi } = await import(
    `${new URL('../../dist/apps/api/describe-api.js', import.meta.url).href}?${Date.now()}`
  );
  return `${JSON.stringify(await describeApi(), null, 2)}\n`;
}

/** The part of the document that one surface may call, with the schemas it needs. */
export function forSurface(document, surface) {
  const paths = {};
  for (const [path, operations] of Object.entries(document.paths)) {
    const kept = Object.entries(operations).filter(([, operation]) =>
      operation['x-surface'].split('|').includes(surface),
    );
    if (kept.length > 0) paths[path] = Object.fromEntries(kept);
  }
  const schemas = {};
  const collect = (value) => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (value !== null && typeof value === 'object') {
      const name = typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
      if (name && !schemas[name]) {
        schemas[name] = document.components.schemas[name];
        collect(schemas[name]);
      }
      Object.values(value).forEach(collect);
    }
  };
  collect(paths);
  return { ...document, paths, components: { schemas } };
}

/** Writes the client of one surface into a folder, by default the one that is committed. */
export function generateClient(document, surface, output = join(root, 'libs', 'shared', 'contract', surface)) {
  const temporary = mkdtempSync(join(root, 'dist', `openapi-${surface}-`));
  const input = join(temporary, 'openapi.json');
  writeFileSync(input, JSON.stringify(forSurface(document, surface)));
  const config = join(temporary, 'config.json');
  writeFileSync(
    config,
    JSON.stringify({
      input,
      output,
      module: false,
      services: false,
      apiService: 'Api',
      promises: true,
      enumStyle: 'alias',
      enumArray: false,
      indexFile: true,
      ignoreUnusedModels: false,
      silent: true,
      removeStaleFiles: true,
      skipJsonSuffix: true,
    }),
  );
  execFileSync(
    process.execPath,
    [join(root, 'node_modules', 'ng-openapi-gen', 'lib', 'index.js'), '--config', config],
    { stdio: 'inherit' },
  );
  rmSync(temporary, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await describe();
  if (process.argv.includes('--check')) {
    const fresh = readFileSync(file, 'utf8') === text;
    process.stdout.write(
      fresh ? 'openapi/openapi.json is fresh\n' : 'openapi/openapi.json is stale: npm run openapi\n',
    );
    process.exit(fresh ? 0 : 1);
  }
  mkdirSync(dirname(file), { recursive: true });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(file, text);
  const document = JSON.parse(text);
  for (const surface of ['staff', 'portal']) generateClient(document, surface);
  process.stdout.write(`${Object.keys(document.paths).length} paths described\n`);
}
