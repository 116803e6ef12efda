/** The rules of the domain compile without Node, without a browser and without a framework: they run anywhere, and nothing leaks in. */
import ts from 'typescript';
import { join } from 'node:path';
import { ROOT, run } from './workspace';

const AT = join(ROOT, 'libs', 'families', 'domain', 'fixture.ts');

/** What the compiler says of a text, as if it lay in a domain. */
function complaints(text: string): readonly string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.domain.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === AT || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    path === AT ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) : getSourceFile(path, ...rest);
  const program = ts.createProgram([AT], { ...options, noEmit: true }, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(AT))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the fence around the domain', () => {
  it('lets rules through', () => {
    expect(
      complaints(
        "import { isDay } from '@kinfold/shared/kernel';\nexport const later = (days: readonly string[]): string[] => days.filter(isDay).toSorted();\n",
      ),
    ).toEqual([]);
  });

  it.each([
    ['process', 'export const home = process.env;'],
    ['Buffer', "export const bytes = Buffer.from('a');"],
    ['document', 'export const title = document.title;'],
    ['window', 'export const width = window.innerWidth;'],
    ['fetch', "export const asked = fetch('/api');"],
    ['console', "export const said = () => console.info('x');"],
    ['setTimeout', 'export const later = () => setTimeout(() => undefined, 1);'],
    ['localStorage', "export const kept = localStorage.getItem('a');"],
    ['crypto', 'export const id = crypto.randomUUID();'],
  ])('stops %s', (name, text) => {
    expect(complaints(text).join(' ')).toContain(`'${name}'`);
  });

  it.each(['node:fs', 'node:crypto', 'fs'])('stops %s', (name) => {
    expect(complaints(`import * as it from '${name}';\nexport const used = it;\n`).join(' ')).toContain(name);
  });

  it('stops frameworks and drivers, by lint', async () => {
    const packages = ['@nestjs/common', '@angular/core', 'typeorm', 'pg', 'rxjs', 'class-validator', 'luxon'];
    const texts = ['libs/families/domain', 'libs/shared/kernel', 'libs/demo'].flatMap((folder) =>
      packages.map((name) => ({
        path: join(ROOT, folder, 'fixture.ts'),
        text: `import * as it from '${name}';\nexport const used = it;\n`,
      })),
    );
    const { output } = await run(process.execPath, ['tools/architecture/lint-texts.mjs'], JSON.stringify(texts));
    const { answers }: { answers: readonly { broken: readonly string[] }[] } = JSON.parse(output);
    expect(
      answers
        .map(({ broken }, index) => [texts[index]?.text.split('\n')[0], broken.length > 0])
        .filter(([, stopped]) => stopped !== true),
    ).toEqual([]);
    expect(answers[0]?.broken.join(' ')).toContain('@nx/enforce-module-boundaries');
  });
});
