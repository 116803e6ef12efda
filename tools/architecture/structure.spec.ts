/** Folders, tags and doors: the boundaries hold only for what is tagged as its folder says. */
import { exists, foldersIn, layerFolders, readJson, readText, repositoryFiles, run } from './workspace';

interface Project {
  readonly name: string;
  readonly tags: readonly string[];
}

interface LintConfig {
  readonly rules?: Readonly<Record<string, unknown>>;
}

const APPS = foldersIn('apps');
const LAYERS = layerFolders();

describe('the workspace', () => {
  it.each(LAYERS.map(({ path, slice, layer }) => [path, slice, layer] as const))(
    'calls %s by its path',
    (path, slice, layer) => {
      expect(readJson<Project>(`${path}/project.json`)).toMatchObject({
        name: `${slice}-${layer}`,
        tags: [`scope:${slice}`, `layer:${layer}`],
      });
    },
  );

  it.each(APPS)('calls apps/%s by its path', (app) => {
    const { name, tags } = readJson<Project>(`apps/${app}/project.json`);
    const kind = app.endsWith('-e2e') ? { scope: app, layer: 'e2e' } : { scope: `${app}-app`, layer: `${app}-app` };
    expect({ name, tags }).toEqual({ name: app, tags: [`scope:${kind.scope}`, `layer:${kind.layer}`] });
  });

  it('knows no layers but those of the design', () => {
    const slices = LAYERS.filter(({ slice }) => slice !== 'shared').map(({ layer }) => layer);
    const shared = LAYERS.filter(({ slice }) => slice === 'shared').map(({ layer }) => layer);
    expect([...new Set(slices)].sort()).toEqual(['api', 'dashboard', 'domain', 'portal']);
    expect(shared.sort()).toEqual(['api', 'contract', 'kernel', 'testing', 'ui', 'web']);
  });

  it('constrains every tag that a library or the layer of an application carries', async () => {
    const constrained = await constrainedTags();
    const tags = [
      ...LAYERS.flatMap(({ path }) => readJson<Project>(`${path}/project.json`).tags),
      ...readJson<Project>('libs/demo/project.json').tags,
      ...APPS.flatMap((app) =>
        readJson<Project>(`apps/${app}/project.json`).tags.filter((tag) => tag.startsWith('layer:')),
      ),
    ];
    expect([...new Set(tags)].filter((tag) => !constrained.has(tag))).toEqual([]);
  });

  it('gives every layer one door', () => {
    expect(
      LAYERS.filter(({ path, layer }) => layer !== 'contract' && !exists(`${path}/index.ts`)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('gives every slice a page that explains it', () => {
    const slices = foldersIn('libs').filter((slice) => slice !== 'shared');
    expect(slices.filter((slice) => !exists(`libs/${slice}/README.md`))).toEqual([]);
  });

  it('names a path for every door, and no other', () => {
    const { compilerOptions } = readJson<{ compilerOptions: { paths: Record<string, readonly string[]> } }>(
      'tsconfig.base.json',
    );
    const doors = LAYERS.flatMap(({ slice, layer, path }) =>
      layer === 'contract'
        ? foldersIn(path).map((surface) => [`@kinfold/shared/contract/${surface}`, `./${path}/${surface}/index.ts`])
        : [[`@kinfold/${slice}/${layer}`, `./${path}/index.ts`]],
    );
    expect(
      Object.entries(compilerOptions.paths)
        .map(([alias, files]) => [alias, ...files])
        .sort(),
    ).toEqual([...doors, ['@kinfold/demo', './libs/demo/index.ts']].sort());
  });

  it('reaches other layers through their doors alone', async () => {
    const { output } = await run('git', [
      'grep',
      '-nE',
      "from '(\\.\\./)+(libs|apps)/|from '@kinfold/[a-z]+/[a-z]+/[a-z]",
      '--',
      '*.ts',
    ]);
    const lines = output
      .split('\n')
      .filter((line) => line !== '' && !/@kinfold\/shared\/contract\/(staff|portal)'/.test(line));
    expect(lines).toEqual([]);
  });

  it('keeps files short: nothing that was written by hand, tests apart, is longer than 310 lines', async () => {
    const written = (await repositoryFiles()).filter(
      (path) => /(?<!\.spec)\.ts$/.test(path) && !path.startsWith('libs/shared/contract/'),
    );
    expect(written.filter((path) => readText(path).split('\n').length > 311)).toEqual([]);
    expect(written.length).toBeGreaterThan(100);
  });
});

async function constrainedTags(): Promise<ReadonlySet<string>> {
  const script = `import config from './eslint.config.mjs'; process.stdout.write(JSON.stringify(config.map(({ rules }) => ({ rules }))));`;
  const { output } = await run(process.execPath, ['--input-type=module', '-e', script]);
  const configs: readonly LintConfig[] = JSON.parse(output);
  const found = new Set<string>();
  for (const { rules } of configs) {
    const rule = rules?.['@nx/enforce-module-boundaries'];
    const options: unknown = Array.isArray(rule) ? rule[1] : undefined;
    if (
      typeof options !== 'object' ||
      options === null ||
      !('depConstraints' in options) ||
      !Array.isArray(options.depConstraints)
    )
      continue;
    for (const constraint of options.depConstraints) found.add(String(constraint.sourceTag));
  }
  return found;
}
