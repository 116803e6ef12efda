/** `npm run db:new -- add-goals`: an empty migration with the next number, entered at the end of the list. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'apps', 'api', 'src', 'database', 'migrations');
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  process.stderr.write('Name the migration in small letters: npm run db:new -- add-goals\n');
  process.exit(2);
}

const last = Math.max(...readdirSync(folder).map((file) => Number(/^(\d{4})-/.exec(file)?.[1] ?? 0)));
const number = last + 1;
const file = `${String(number).padStart(4, '0')}-${name}`;
const words = name.split('-').map((word) => word[0].toUpperCase() + word.slice(1));
const className = `${words.join('')}${String(number).padStart(13, '0')}`;

writeFileSync(
  join(folder, `${file}.ts`),
  `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Say here what changes and why it is safe while the version before still runs. */
export class ${className} implements MigrationInterface {
  readonly name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
    \`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a copy instead.');
  }
}
`,
  { flag: 'wx' },
);

const index = join(folder, 'index.ts');
const list = readFileSync(index, 'utf8')
  .replace('\n\n/**', `\nimport { ${className} } from './${file}';\n\n/**`)
  .replace(/,?\s*\];\n$/, `,\n  ${className},\n];\n`);
writeFileSync(index, list);
process.stdout.write(`apps/api/src/database/migrations/${file}.ts\n`);
