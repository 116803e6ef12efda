/**
 * Bundles a Node application of this workspace: `node tools/build/node-app.mjs api`. Our own code becomes one file, packages stay
 * in node_modules. swc turns decorators into the metadata that Nest, class-validator and TypeORM read; esbuild cannot.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const decorators = {
  name: 'decorators',
  setup(bundle) {
    bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('@')) return { contents: source, loader: 'ts' };
      const { code } = await transform(source, {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2023',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

/**
 * Leaves out every file of ours of which nothing is used, with all it imports. The command line takes a few functions through
 * the door of shared/api and would otherwise load the whole server framework before it prints a word.
 */
const dropUnused = {
  name: 'drop-unused',
  setup(bundle) {
    bundle.onResolve({ filter: /^(\.|@kinfold\/)/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'resolving' || kind !== 'import-statement') return undefined;
      const found = await bundle.resolve(path, { kind, importer, resolveDir, pluginData: 'resolving' });
      return { ...found, sideEffects: false };
    });
  },
};

/**
 * How our Node programs are bundled.
 * @param {string[]} entryPoints files, from the root of the repository
 * @param {string} outdir folder of the result
 */
export function bundleOptions(entryPoints, outdir) {
  return {
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: false,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: 'linked',
    keepNames: true,
    tsconfig: 'tsconfig.base.json',
    plugins: [decorators],
    logLevel: 'warning',
  };
}

/** Bundles files of the repository; see `bundleOptions`. */
export async function bundleFiles(entryPoints, outdir) {
  await build(bundleOptions(entryPoints, outdir));
}

/**
 * @param {string} app folder below apps/
 * @param {string[]} entries files below its src/
 */
export async function bundle(app, entries = ['main.ts']) {
  const options = bundleOptions(
    entries.map((entry) => join('apps', app, 'src', entry)),
    join('dist', 'apps', app),
  );
  // The API registers some things by being imported, so all of it stays.
  await build(app === 'kinfold' ? { ...options, plugins: [dropUnused, ...options.plugins] } : options);
}

const [, script, app, ...entries] = process.argv;
if (app && script === fileURLToPath(import.meta.url)) await bundle(app, entries.length > 0 ? entries : undefined);
