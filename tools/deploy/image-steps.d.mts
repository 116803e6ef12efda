export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

export interface ImageScript {
  readonly script: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
}

export function parseDockerfile(text: string): Instruction[];
export function ignoredPaths(text: string): string[];
export function imageScript(
  dockerfile: string,
  ignored: readonly string[],
  context: string,
  target: string,
): ImageScript;
