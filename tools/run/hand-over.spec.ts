import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Processes start processes here; a busy machine takes its time.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'kinfold hand-over-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a program, and a starter like the real ones which hands over to it. */
function write(program: string) {
  const child = join(folder, 'program.mjs');
  const starter = join(folder, 'starter.mjs');
  writeFileSync(child, program);
  const here = (name: string) => JSON.stringify(pathToFileURL(join(__dirname, name)).href);
  writeFileSync(
    starter,
    `import { handOver } from ${here('hand-over.mjs')};\nimport { run } from ${here('workspace.mjs')};\n` +
      `await run(() => handOver(process.execPath, [${JSON.stringify(child)}, 'a b', 'c']));\n`,
  );
  return { starter };
}

function start(program: string) {
  const { starter } = write(program);
  const started = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(started, 'exit');
  return { started, ended, line: async () => String((await once(started.stdout, 'data'))[0]).trim() };
}

describe('handOver', () => {
  it('gives parameters on and the exit code back', async () => {
    const { ended, line } = start(`console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7;`);
    expect(JSON.parse(await line())).toEqual(['a b', 'c']);
    expect(await ended).toEqual([7, null]);
  });

  it('ends with 128 and the number of the signal when one ended the program', async () => {
    const { ended } = start(`process.kill(process.pid, 'SIGKILL');`);
    expect(await ended).toEqual([137, null]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('passes %s on and waits for the program to end', async (signal) => {
    const { started, ended, line } = start(
      `const stay = setInterval(() => {}, 1000); process.once('${signal}', () => { clearInterval(stay); process.exit(5); }); console.log('ready');`,
    );
    expect(await line()).toBe('ready');
    started.kill(signal);
    expect(await ended).toEqual([5, null]);
  });

  it('lets the program notice when the starter is killed', async () => {
    const { started, ended, line } = start(
      `process.once('disconnect', () => { console.log('alone'); process.exit(0); }); console.log('ready');`,
    );
    expect(await line()).toBe('ready');
    const next = line();
    started.kill('SIGKILL');
    await ended;
    expect(await next).toBe('alone');
  });
});

// Only Linux tells who the parent of the parent is.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('handOver under npm', () => {
  const ready = `process.once('SIGTERM', () => { console.log('asked'); process.exit(0); }); setInterval(() => {}, 1000); console.log('ready');`;

  it('stops the program when npm, which runs it through a shell, is killed', async () => {
    const { starter } = write(ready);
    // The trailing command keeps the shell from turning into the starter, as npm's shell does not either.
    const shell = `${JSON.stringify(process.execPath)} ${JSON.stringify(starter)}; true`;
    const npm = spawn(
      process.execPath,
      ['-e', `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(shell)}], { stdio: 'inherit' })`],
      {
        env: { ...process.env, npm_lifecycle_event: 'start' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const line = async () => String((await once(npm.stdout, 'data'))[0]).trim();
    expect(await line()).toBe('ready');
    const next = line();
    npm.kill('SIGKILL');
    expect(await next).toBe('asked');
  });
});
