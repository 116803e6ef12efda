/**
 * Lints texts as if they were files of this repository: reads `[{ path, text }]` from its input and prints, for each, the rules that it
 * breaks. The project graph of Nx is made first: without it the rule about boundaries passes everything in silence.
 */
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';

const cases = JSON.parse(await text(process.stdin));
const graph = await createProjectGraphAsync({ exitOnError: true });
const eslint = new ESLint();
const answers = [];
for (const { path, text: source } of cases) {
  const results = await eslint.lintText(source, { filePath: path });
  answers.push({
    path,
    broken: results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId ?? 'no rule'}: ${message.split('\n')[0]}`),
    ),
  });
}
process.stdout.write(JSON.stringify({ projects: Object.keys(graph.nodes).sort(), answers }));
