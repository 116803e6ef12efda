/**
 * Puts the packages of other platforms back into package-lock.json, to be run after every `npm install`.
 *
 * A registry that does not carry a package for some platform makes npm leave it out of the lock file, and `npm ci` then refuses
 * the file everywhere ("Missing: ... from lock file"). The entries made here have no checksum, because nobody here has seen the
 * package; on this platform they are never fetched.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, say } from './workspace.mjs';

const PLATFORM =
  /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|s390x|loong64|riscv64)(?:-(\w+))?$/;

function stands(packages, from, name) {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${path ? `${path}/` : ''}node_modules/${name}`]) return true;
    if (!path) return false;
  }
}

/** Optional packages that some package names and the lock file lacks: `{ name, version, dev }`. */
export function missingOptional(lock) {
  return Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !stands(lock.packages, from, name))
      .map(([name, version]) => ({ name, version, dev })),
  );
}

function entryOf({ name, version, dev }) {
  const [, os, cpu, library] = PLATFORM.exec(name) ?? [];
  if (!os) throw new Error(`${name} does not tell its platform by its name. Add it to package-lock.json by hand.`);
  const libc = os === 'linux' && library ? { libc: [library.startsWith('musl') ? 'musl' : 'glibc'] } : {};
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...libc, optional: true, os: [os] };
}

/** The lock file with these packages in it. */
export function completed(lock) {
  const added = missingOptional(lock).map((missing) => [`node_modules/${missing.name}`, entryOf(missing)]);
  const all = [...Object.entries(lock.packages), ...added].sort(([left], [right]) => left.localeCompare(right, 'en'));
  return { ...lock, packages: Object.fromEntries(all) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(ROOT, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  say(`${missingOptional(lock).length} packages of other platforms were missing.`);
  writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
}
