import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { completed, missingOptional } from './complete-lock.mjs';

const lock = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package-lock.json'), 'utf8'));

describe('package-lock.json', () => {
  it('names every optional package, so that npm ci accepts it (else run node tools/run/complete-lock.mjs)', () => {
    expect(missingOptional(lock)).toEqual([]);
  });

  it('has a checksum for everything that may be fetched on the platforms Kinfold is for', () => {
    type Entry = { integrity?: string; optional?: boolean; os?: string[]; cpu?: string[]; link?: boolean };
    const unchecked = Object.entries<Entry>(lock.packages).filter(([path, entry]) => {
      const ours =
        entry.os?.includes('linux') !== false && ['x64', 'arm64'].some((cpu) => entry.cpu?.includes(cpu) !== false);
      return path !== '' && ours && !entry.link && entry.integrity === undefined;
    });
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });
});

describe('completed', () => {
  it('adds what is missing with its platform and leaves the rest alone', () => {
    const present = {
      version: '1.0.0',
      integrity: 'sha512-x',
      optionalDependencies: { 'a-linux-x64-musl': '1.0.0', 'a-win32-ia32': '1.0.0' },
      dev: true,
    };
    expect(completed({ packages: { '': {}, 'node_modules/a': present } }).packages).toEqual({
      '': {},
      'node_modules/a': present,
      'node_modules/a-linux-x64-musl': {
        version: '1.0.0',
        cpu: ['x64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
      'node_modules/a-win32-ia32': { version: '1.0.0', cpu: ['ia32'], dev: true, optional: true, os: ['win32'] },
    });
  });

  it('finds a package that stands beside the one that names it', () => {
    const packages = {
      '': {},
      'node_modules/b/node_modules/a': { optionalDependencies: { 'a-linux-x64': '1.0.0' } },
      'node_modules/b/node_modules/a-linux-x64': {},
    };
    expect(missingOptional({ packages })).toEqual([]);
  });
});
