/** Prints the description of the API as the code says it now, and writes both clients below the folder that is named. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, generateClient } from '../openapi/generate.mjs';

const [, , folder] = process.argv;
const text = await describe();
mkdirSync(folder, { recursive: true });
for (const surface of ['staff', 'portal']) generateClient(JSON.parse(text), surface, join(folder, surface));
process.stdout.write(`${JSON.stringify({ text })}\n`);
process.exit(0);
