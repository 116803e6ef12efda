/** The rules that nobody has to remember, each broken once on purpose: a rule that passes its fixture is no rule. */
import { ROOT, run } from './workspace';

interface Fixture {
  readonly what: string;
  readonly path: string;
  readonly text: string;
  /** The rule that has to speak; null for a text that is fine. */
  readonly rule: string | null;
}

const BOUNDARY = '@nx/enforce-module-boundaries';
const use = (name: string, from: string): string =>
  `import { ${name} } from '${from}';\nexport const used = ${name};\n`;

const FIXTURES: readonly Fixture[] = [
  {
    what: 'a domain that uses the kernel',
    path: 'libs/families/domain/fixture.ts',
    text: use('isId', '@kinfold/shared/kernel'),
    rule: null,
  },
  {
    what: 'an api that uses a slice it may know',
    path: 'libs/notes/api/fixture.ts',
    text: use('SESSION_KINDS', '@kinfold/sessions/domain'),
    rule: null,
  },
  {
    what: 'a template without tricks',
    path: 'libs/families/dashboard/fixture.html',
    text: '<p class="note">{{ text() }}</p>\n',
    rule: null,
  },
  {
    what: 'a domain that uses an api',
    path: 'libs/families/domain/fixture.ts',
    text: use('FamiliesModule', '@kinfold/families/api'),
    rule: BOUNDARY,
  },
  {
    what: 'a domain that uses the tools of the api',
    path: 'libs/families/domain/fixture.ts',
    text: use('Sql', '@kinfold/shared/api'),
    rule: BOUNDARY,
  },
  {
    what: 'a slice against the arrows',
    path: 'libs/families/api/fixture.ts',
    text: use('SessionsModule', '@kinfold/sessions/api'),
    rule: BOUNDARY,
  },
  {
    what: 'a domain against the arrows',
    path: 'libs/consent/domain/fixture.ts',
    text: use('NOTE_FORMATS', '@kinfold/notes/domain'),
    rule: BOUNDARY,
  },
  {
    what: 'an api that uses screens',
    path: 'libs/families/api/fixture.ts',
    text: use('Load', '@kinfold/shared/web'),
    rule: BOUNDARY,
  },
  {
    what: 'a dashboard that uses a portal',
    path: 'libs/summaries/dashboard/fixture.ts',
    text: use('routes', '@kinfold/summaries/portal'),
    rule: BOUNDARY,
  },
  {
    what: 'a dashboard that uses an api',
    path: 'libs/families/dashboard/fixture.ts',
    text: use('FamiliesModule', '@kinfold/families/api'),
    rule: BOUNDARY,
  },
  {
    what: 'shared parts that know a slice',
    path: 'libs/shared/ui/fixture.ts',
    text: use('foldName', '@kinfold/families/domain'),
    rule: BOUNDARY,
  },
  {
    what: 'code that uses what tests use',
    path: 'libs/families/api/fixture.ts',
    text: use('World', '@kinfold/shared/testing'),
    rule: BOUNDARY,
  },
  {
    what: 'a file of another layer by its path',
    path: 'libs/families/domain/fixture.ts',
    text: use('FamiliesModule', '../api/families.module'),
    rule: BOUNDARY,
  },
  {
    what: 'a portal that uses the client of the staff',
    path: 'libs/summaries/portal/fixture.ts',
    text: use('Api', '@kinfold/shared/contract/staff'),
    rule: 'no-restricted-imports',
  },
  {
    what: 'the portal application that uses the client of the staff',
    path: 'apps/portal/fixture.ts',
    text: use('Api', '@kinfold/shared/contract/staff'),
    rule: 'no-restricted-imports',
  },
  {
    what: 'a dashboard that uses the client of the portal',
    path: 'libs/families/dashboard/fixture.ts',
    text: use('Api', '@kinfold/shared/contract/portal'),
    rule: 'no-restricted-imports',
  },
  {
    what: 'a bare Get in a controller',
    path: 'libs/families/api/fixture.ts',
    text: use('Get', '@nestjs/common'),
    rule: 'no-restricted-imports',
  },
  {
    what: 'a repository from elsewhere',
    path: 'libs/families/api/fixture.ts',
    text: use('InjectRepository', '@nestjs/typeorm'),
    rule: 'no-restricted-imports',
  },
  {
    what: 'save()',
    path: 'libs/families/api/fixture.ts',
    text: 'export const write = (rows: { save(row: object): void }) => rows.save({});\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'upsert()',
    path: 'libs/families/api/fixture.ts',
    text: 'export const write = (rows: { upsert(row: object): void }) => rows.upsert({});\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'synchronize',
    path: 'libs/shared/api/fixture.ts',
    text: 'export const options = { synchronize: true };\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'any',
    path: 'libs/families/domain/fixture.ts',
    text: 'export const anything: any = 1;\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'a silenced compiler',
    path: 'libs/families/domain/fixture.ts',
    text: '// @ts-ignore\nexport const one = 1;\n',
    rule: '@typescript-eslint/ban-ts-comment',
  },
  {
    what: 'a silenced rule',
    path: 'libs/families/domain/fixture.ts',
    text: '// eslint-disable-next-line\nexport const anything: any = 1;\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'a word to the console',
    path: 'libs/families/domain/fixture.ts',
    text: "console.log('here');\nexport {};\n",
    rule: 'no-console',
  },
  {
    what: 'a loose comparison',
    path: 'libs/families/domain/fixture.ts',
    text: 'export const same = (a: number, b: number) => a == b;\n',
    rule: 'eqeqeq',
  },
  {
    what: 'innerHTML in code',
    path: 'libs/shared/ui/fixture.ts',
    text: "export const put = (at: HTMLElement) => { at.innerHTML = 'x'; };\n",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'insertAdjacentHTML',
    path: 'libs/shared/ui/fixture.ts',
    text: "export const put = (at: HTMLElement) => at.insertAdjacentHTML('beforeend', 'x');\n",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'trust in markup',
    path: 'libs/shared/ui/fixture.ts',
    text: 'export const put = (s: { bypassSecurityTrustHtml(x: string): void }) => s.bypassSecurityTrustHtml("x");\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'innerHTML in a template',
    path: 'libs/families/dashboard/fixture.html',
    text: '<p [innerHTML]="text()"></p>\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a static style in a template',
    path: 'libs/families/dashboard/fixture.html',
    text: '<p style="color: red">x</p>\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a static style in a template inside a component',
    path: 'libs/families/dashboard/fixture.ts',
    rule: 'no-restricted-syntax',
    text: "import { Component } from '@angular/core';\n@Component({ selector: 'k-x', template: '<p style=\"color: red\">x</p>' })\nexport class X {}\n",
  },
  {
    what: 'a picture without words',
    path: 'libs/families/dashboard/fixture.html',
    text: '<img src="a.png">\n',
    rule: '@angular-eslint/template/alt-text',
  },
  {
    what: 'an old input',
    path: 'libs/families/dashboard/fixture.ts',
    text: "import { Component, Input } from '@angular/core';\n@Component({ selector: 'k-x', template: '' })\nexport class X { @Input() a = 1; }\n",
    rule: '@angular-eslint/prefer-signals',
  },
  {
    what: 'it.only',
    path: 'libs/families/domain/fixture.spec.ts',
    text: "it.only('x', () => { expect(1).toBe(1); });\n",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'describe.skip',
    path: 'libs/families/domain/fixture.spec.ts',
    text: "describe.skip('x', () => { it('y', () => { expect(1).toBe(1); }); });\n",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'xit',
    path: 'apps/api-e2e/src/fixture.spec.ts',
    text: "xit('x', () => { expect(1).toBe(1); });\n",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a mock of our own',
    path: 'libs/families/api/fixture.spec.ts',
    text: "jest.mock('./families.module');\n",
    rule: 'no-restricted-syntax',
  },
];

describe('lint with boundaries', () => {
  let broken: Readonly<Record<number, readonly string[]>>;
  let projects: readonly string[];

  beforeAll(async () => {
    const { output } = await run(
      process.execPath,
      ['tools/architecture/lint-texts.mjs'],
      JSON.stringify(FIXTURES.map(({ path, text }) => ({ path: `${ROOT}/${path}`, text }))),
    );
    const answer: { projects: string[]; answers: { broken: string[] }[] } = JSON.parse(output);
    projects = answer.projects;
    broken = answer.answers.map((each) => each.broken);
  });

  it('sees the projects of the workspace', () => {
    expect(projects).toEqual(
      expect.arrayContaining(['families-domain', 'families-api', 'shared-kernel', 'dashboard', 'portal', 'api']),
    );
  });

  it.each(FIXTURES.map((fixture, index) => [fixture.what, fixture, index] as const))(
    'says what it should of %s',
    (_what, { rule }, index) => {
      const rules = (broken[index] ?? []).map((line) => line.split(':')[0]);
      if (rule === null) expect(broken[index]).toEqual([]);
      else expect({ rules, has: rules.includes(rule) }).toEqual({ rules, has: true });
    },
  );
});
