/** What the scripts of this folder share. Plain JavaScript for Node 18: nothing is installed yet when they run. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One line for the person at the terminal. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Something that the person at the terminal can act on; everything else is a defect and keeps its stack. */
export class Refusal extends Error {}

/** Runs a script, and turns a refusal into its sentence and exit code 1. */
export async function run(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
