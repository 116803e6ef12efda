/**
 * The rules that nobody has to remember. Every restriction says why.
 * Run through Nx (`npm run check`, `nx run workspace:lint`): without Nx's project graph the boundary rule skips silently.
 */
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** Which slice may know which other slices. A new arrow takes a line here and an ADR. `access` and `audit` are open to all. */
export const ARROWS = {
  access: [],
  audit: [],
  families: [],
  consent: ['families'],
  sessions: ['consent', 'families'],
  goals: ['sessions', 'families'],
  notes: ['goals', 'sessions', 'consent', 'families'],
  assessments: ['sessions', 'consent', 'families'],
  agreements: ['goals', 'sessions', 'consent', 'families'],
  recovery: ['assessments', 'sessions', 'consent', 'families'],
  support: ['sessions', 'families'],
  milestones: ['recovery', 'sessions', 'families'],
  summaries: ['sessions', 'consent', 'families'],
  clinic: ['sessions', 'families'],
};

/** Which layer may import which layers. */
export const LAYERS = {
  kernel: [],
  domain: ['domain', 'kernel'],
  demo: ['domain', 'kernel'],
  api: ['api', 'domain', 'kernel'],
  ui: ['kernel'],
  contract: [],
  web: ['ui', 'contract', 'kernel'],
  dashboard: ['dashboard', 'domain', 'web', 'ui', 'contract', 'kernel'],
  portal: ['portal', 'domain', 'web', 'ui', 'contract', 'kernel'],
  testing: ['api', 'contract', 'kernel'],
  'api-app': ['api', 'domain', 'kernel'],
  'kinfold-app': ['api', 'api-app', 'demo', 'domain', 'kernel'],
  'dashboard-app': ['dashboard', 'domain', 'web', 'ui', 'contract', 'kernel'],
  'portal-app': ['portal', 'domain', 'web', 'ui', 'contract', 'kernel'],
  e2e: ['contract', 'domain', 'kernel', 'testing'],
  tools: ['api', 'demo', 'domain', 'kernel', 'testing'],
};

/** Layers of pure rules: no framework, no driver, nothing of a platform. Tests of properties use fast-check. */
const PURE = ['kernel', 'domain', 'demo'];

/** Layers whose tests start a real database or the whole application. */
const TESTED_ON_REAL_PARTS = ['api', 'api-app', 'kinfold-app', 'tools'];

const slices = Object.keys(ARROWS);
const constraintsOf = (layers) => [
  ...Object.entries(ARROWS).map(([slice, targets]) => ({
    sourceTag: `scope:${slice}`,
    onlyDependOnLibsWithTags: [
      'scope:shared',
      'scope:access',
      'scope:audit',
      `scope:${slice}`,
      ...targets.map((target) => `scope:${target}`),
    ],
  })),
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  { sourceTag: 'scope:workspace', onlyDependOnLibsWithTags: ['*'] },
  {
    sourceTag: 'scope:demo',
    onlyDependOnLibsWithTags: ['scope:demo', 'scope:shared', ...slices.map((slice) => `scope:${slice}`)],
  },
  ...Object.entries(layers).map(([layer, targets]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: [`layer:${layer}`, ...targets.map((target) => `layer:${target}`)],
    ...(PURE.includes(layer) ? { allowedExternalImports: ['fast-check'] } : {}),
  })),
];

const boundaries = (layers) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    { enforceBuildableLibDependency: false, allow: ['../../../package.json'], depConstraints: constraintsOf(layers) },
  ],
});

const WRITES = [
  {
    selector:
      "CallExpression[callee.property.name=/^(save|upsert|remove|softRemove)$/][callee.object.type!='ThisExpression']",
    message:
      'save() with an id in the body overwrites a row of someone else, upsert() and remove() likewise. Use insert() or a guarded update().',
  },
  {
    selector: "Property[key.name='synchronize'][value.value=true]",
    message: 'The schema is what the migrations say. synchronize never.',
  },
];
const MARKUP = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'What people typed is text, never markup.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^bypassSecurityTrust/]',
    message: 'Nothing here is trusted as markup, style or address.',
  },
];

export default [
  {
    ignores: [
      'dist/**',
      '.nx/**',
      '.angular/**',
      '.kinfold/**',
      'node_modules/**',
      'libs/shared/contract/staff/**',
      'libs/shared/contract/portal/**',
      'tools/fixtures/**',
      'tmp/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { '@nx': nx },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      ...boundaries(LAYERS),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...MARKUP],
    },
  },
  {
    files: ['libs/*/api/**/*.ts', 'libs/shared/api/**/*.ts', 'apps/api/**/*.ts', 'apps/kinfold/**/*.ts'],
    // Nest injects by the class that a parameter's type names: an import that looks like a type alone may be a value at run time.
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-syntax': ['error', ...WRITES, ...MARKUP],
    },
  },
  {
    files: ['libs/*/api/**/*.ts', 'apps/api/**/*.ts'],
    ignores: ['libs/shared/api/http/endpoint.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/common',
              importNames: ['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Head', 'Options'],
              message:
                'Say @Endpoint: it names permission, audit event and surface, and the guard refuses handlers without it.',
            },
            { name: '@nestjs/typeorm', message: 'Repositories come from the unit of work and from nowhere else.' },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/*/portal/**/*.ts', 'apps/portal/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@kinfold/shared/contract/staff', message: 'The portal ships nothing of the staff application.' },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/*/dashboard/**/*.ts', 'apps/dashboard/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@kinfold/shared/contract/portal', message: 'The dashboard speaks the staff surface.' }] },
      ],
    },
  },
  {
    files: ['libs/*/{dashboard,portal}/**/*.ts', 'libs/shared/{ui,web}/**/*.ts', 'apps/{dashboard,portal}/**/*.ts'],
    plugins: { '@angular-eslint': angular.tsPlugin },
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-standalone': 'error',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/no-empty-lifecycle-method': 'error',
      '@angular-eslint/use-lifecycle-interface': 'error',
    },
  },
  {
    files: ['**/*.html'],
    languageOptions: { parser: angular.templateParser },
    plugins: { '@angular-eslint/template': angular.templatePlugin },
    rules: {
      ...angular.configs.templateAccessibility.reduce((rules, config) => ({ ...rules, ...config.rules }), {}),
      // Keys are handled on the group, focus roves over its items: a group that is itself focusable would be one stop too many.
      '@angular-eslint/template/interactive-supports-focus': 'off',
      '@angular-eslint/template/banana-in-box': 'error',
      '@angular-eslint/template/prefer-control-flow': 'error',
      '@angular-eslint/template/no-any': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "TextAttribute[name='style']",
          message: 'The content security policy blocks static style attributes. Use a class.',
        },
        {
          selector: 'BoundAttribute[name=/^(innerHTML|outerHTML)$/]',
          message: 'What people typed is text, never markup.',
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.builder.ts', 'apps/*-e2e/**/*.ts'],
    rules: {
      ...boundaries(
        Object.fromEntries(
          Object.entries(LAYERS).map(([layer, targets]) => [
            layer,
            TESTED_ON_REAL_PARTS.includes(layer) ? [...targets, 'testing'] : targets,
          ]),
        ),
      ),
      'no-restricted-syntax': [
        'error',
        ...MARKUP,
        {
          selector:
            'CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(only|skip|todo)$/]',
          message: 'A test runs or does not exist.',
        },
        {
          selector: 'CallExpression[callee.name=/^(xit|xdescribe|fit|fdescribe|xtest)$/]',
          message: 'A test runs or does not exist.',
        },
        {
          selector: "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|spyOn)$/]",
          message: 'Nothing of ours is mocked: use the real part.',
        },
      ],
    },
  },
  { files: ['tools/**/*.mjs', 'bench/**/*'], rules: { 'no-console': 'off' } },
];
