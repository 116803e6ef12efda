/**
 * One Jest configuration for the whole workspace, three projects: the rules on plain Node, the API on Node with a real PostgreSQL,
 * the screens on jsdom. Everything is transpiled to CommonJS by swc; packages that ship only ES modules are transpiled with it.
 */
import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8'));

const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [file]]) => [`^${alias}$`, `<rootDir>/${file.replace('./', '')}`]),
);

const swc = (extra = {}) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2023',
      keepClassNames: true,
      ...extra,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const esmOnly = ['@nestjs', 'cookie', 'jose', 'uuid', 'lodash-es', 'fetch-cookie', 'tough-cookie'];

const common = {
  rootDir: import.meta.dirname,
  moduleNameMapper,
  transform: { '^.+\\.(ts|mts|js|mjs)$': swc() },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.kinfold', '<rootDir>/.nx'],
};

export default {
  maxWorkers: 2,
  // Nothing is timed. This is only when to stop waiting for something that hangs, on a machine that has other things to do.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'domain',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/libs/*/domain/**/*.spec.ts',
        '<rootDir>/libs/shared/kernel/**/*.spec.ts',
        '<rootDir>/libs/demo/**/*.spec.ts',
      ],
    },
    {
      ...common,
      displayName: 'api',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/libs/*/api/**/*.spec.ts',
        '<rootDir>/apps/api/**/*.spec.ts',
        '<rootDir>/apps/kinfold/**/*.spec.ts',
      ],
      globalSetup: '<rootDir>/tools/test/global-setup.mjs',
      globalTeardown: '<rootDir>/tools/test/global-teardown.mjs',
      setupFiles: ['reflect-metadata'],
    },
    {
      ...common,
      displayName: 'api-e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/apps/api-e2e/**/*.spec.ts'],
      globalSetup: '<rootDir>/tools/test/global-setup.mjs',
      globalTeardown: '<rootDir>/tools/test/global-teardown.mjs',
      setupFiles: ['reflect-metadata'],
    },
    {
      ...common,
      displayName: 'web',
      testEnvironment: 'jsdom',
      // Screens go through Angular's own transform, which swc does not have: without it an `input()` is no input in a test.
      transform: {
        '^.+\\.(ts|mjs|js|html|svg)$': [
          'jest-preset-angular',
          { tsconfig: '<rootDir>/tsconfig.web.json', stringifyContentPathRegex: '\\.(html|svg)$' },
        ],
      },
      transformIgnorePatterns: ['/node_modules/(?!.*\\.mjs$)'],
      setupFilesAfterEnv: ['<rootDir>/libs/shared/testing/web-setup.ts'],
      testMatch: [
        '<rootDir>/libs/*/dashboard/**/*.spec.ts',
        '<rootDir>/libs/*/portal/**/*.spec.ts',
        '<rootDir>/libs/shared/ui/**/*.spec.ts',
        '<rootDir>/libs/shared/web/**/*.spec.ts',
        '<rootDir>/apps/dashboard/**/*.spec.ts',
        '<rootDir>/apps/portal/**/*.spec.ts',
      ],
    },
    {
      ...common,
      displayName: 'web-e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/apps/web-e2e/**/*.spec.ts'],
      globalSetup: '<rootDir>/tools/test/web-setup.mjs',
      globalTeardown: '<rootDir>/tools/test/web-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/apps/web-e2e/src/support/setup.ts'],
    },
    {
      ...common,
      displayName: 'architecture',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tools/**/*.spec.ts'],
    },
  ],
};
