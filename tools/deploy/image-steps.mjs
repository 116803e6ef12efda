/**
 * Runs the steps of the Dockerfile without a container engine: each stage is a folder, COPY copies, RUN runs there with the Node
 * of this process. It proves that the image can be built and that its program starts, not how it is closed in.
 *
 *   npm run test:image                           runs them in a temporary folder and tries the program (minutes)
 *   node tools/deploy/image-steps.mjs --print    prints the script
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The instructions of a Dockerfile, comments and line breaks taken out. */
export function parseDockerfile(text) {
  const lines = text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\\\n/g, ' ');
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, name, rest] = /^(\w+)\s+(.*)$/.exec(line);
      return { name: name.toUpperCase(), rest };
    });
}

const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Paths of the build context that no COPY sees, from .dockerignore (names at the top and `*` only). */
export function ignoredPaths(text) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
}

class Stage {
  workdir = '/';
  environment = {};

  constructor(folder) {
    this.folder = folder;
  }

  path(inImage) {
    return join(this.folder, resolve(this.workdir, inImage));
  }
}

function copyLine(rest, stage, stages, context, ignored) {
  const words = rest.split(/\s+/);
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  const target = paths.pop();
  const destination = quote(stage.path(target));
  if (!from) {
    const excludes = ignored.map((path) => `--exclude=${quote(`./${path}`)}`).join(' ');
    const sources = paths.map((path) => quote(path === '.' ? '.' : `./${path}`)).join(' ');
    return `mkdir -p ${destination} && tar -C ${quote(context)} --anchored --no-wildcards-match-slash ${excludes} -cf - ${sources} | tar -C ${destination} -xf -`;
  }
  // As the engine does it: the content of a folder, or a file into a folder that ends in a slash.
  return paths
    .map((path) => {
      const source = quote(stages.get(from).path(path));
      return `if [ -d ${source} ]; then mkdir -p ${destination} && cp -a ${source}/. ${destination}/; else mkdir -p ${destination} && cp -a ${source} ${destination}/; fi`;
    })
    .join('\n');
}

/**
 * The script of an image.
 * @returns `script` for sh, and the last stage's `folder`, `environment` and `command`.
 */
export function imageScript(dockerfile, ignored, context, target) {
  const lines = ['set -eu'];
  const stages = new Map();
  let stage;
  let command = [];
  for (const { name, rest } of parseDockerfile(dockerfile)) {
    if (name === 'FROM') {
      const label = /\sAS\s+(\S+)/i.exec(rest)?.[1] ?? `stage${stages.size}`;
      stage = new Stage(join(target, label));
      stages.set(label, stage);
      lines.push(`mkdir -p ${quote(stage.folder)}`);
    } else if (name === 'WORKDIR') {
      stage.workdir = resolve(stage.workdir, rest);
      lines.push(`mkdir -p ${quote(stage.path('.'))}`);
    } else if (name === 'ENV') {
      for (const [, key, value] of rest.matchAll(/(\w+)=(\S+)/g)) stage.environment[key] = value;
    } else if (name === 'COPY') {
      lines.push(copyLine(rest, stage, stages, context, ignored));
    } else if (name === 'RUN') {
      lines.push(`(cd ${quote(stage.path('.'))} && ${rest})`);
    } else if (name === 'CMD') {
      command = JSON.parse(rest);
    } else if (!['USER', 'EXPOSE'].includes(name)) {
      throw new Error(`The instruction ${name} is not known here.`);
    }
  }
  return { script: `${lines.join('\n')}\n`, folder: stage.path('.'), environment: stage.environment, command };
}

function readImage(root, target) {
  const text = (name) => readFileSync(join(root, name), 'utf8');
  return imageScript(text('Dockerfile'), ignoredPaths(text('.dockerignore')), root, target);
}

function check(passed, sentence, output = '') {
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${sentence}\n${passed ? '' : output}`);
  return passed ? 0 : 1;
}

/** The environment that an image would see: nothing of ours but what every program needs, and the Node of this process. */
function outsideOf(image) {
  const ours = /^(npm_|NODE_|NX_|KINFOLD_|DATABASE_|STAFF_|PORTAL_|TLS_|HOST$|PORT$)/i;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  return { ...Object.fromEntries(kept), PATH: path, ...image.environment };
}

function runImage(root) {
  const target = mkdtempSync(join(tmpdir(), 'kinfold image-'));
  try {
    const image = readImage(root, target);
    const { NODE_ENV: _later, ...building } = outsideOf(image);
    const built = spawnSync('sh', ['-c', image.script], { stdio: 'inherit', env: building });
    let failed = check(built.status === 0, 'every step of the Dockerfile runs');

    const program = (parameters, environment = {}) =>
      spawnSync(image.command[0], [image.command[1], ...parameters], {
        cwd: image.folder,
        env: { ...outsideOf(image), KINFOLD_HOME: join(target, 'home'), ...environment },
        encoding: 'utf8',
      });
    const version = program(['version']);
    failed += check(version.stdout?.startsWith('Kinfold '), 'the program of the image starts', version.stderr);
    // Nothing listens at port 1, so this is a clinic whose database is away.
    const away = 'postgresql://kinfold_app:none@127.0.0.1:1/kinfold';
    const start = program(image.command.slice(2), {
      PORT: '18650',
      PORTAL_PORT: '18651',
      DATABASE_URL: away,
      DATABASE_AUTH_URL: away,
      DATABASE_MIGRATOR_URL: away,
    });
    const refused = start.status === 1 && start.stderr.includes('The database in DATABASE_URL does not answer');
    failed += check(refused, 'without its database it says so and ends', `${start.stdout}${start.stderr}`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
  if (process.argv.includes('--print')) process.stdout.write(readImage(root, join(tmpdir(), 'image')).script);
  else process.exitCode = runImage(root);
}
