/** Reads single variables and gathers what is wrong, so that one start tells everything. Problems name variables, never values. */
export class Reader {
  readonly #bad = new Map<string, string>();

  constructor(private readonly env: Readonly<Record<string, string | undefined>>) {}

  get problems(): string[] {
    return [...this.#bad].map(([name, why]) => `${name} ${why}`);
  }

  refuse(name: string, why: string): void {
    this.#bad.set(name, why);
  }

  isBad(name: string): boolean {
    return this.#bad.has(name);
  }

  /** The variable, or undefined when it is absent or blank. */
  optional(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value ? value : undefined;
  }

  text(name: string, fallback: string): string {
    return this.optional(name) ?? fallback;
  }

  list(name: string): string[] {
    return (this.optional(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part.length > 0);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.optional(name);
    if (value === undefined) return fallback;
    const found = allowed.find((candidate) => candidate === value);
    if (!found) this.refuse(name, `must be one of ${allowed.join(', ')}`);
    return found ?? fallback;
  }

  port(name: string, fallback: number): number {
    const value = this.optional(name);
    if (value === undefined) return fallback;
    const port = Number(value);
    if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
    this.refuse(name, 'must be a port from 1 to 65535');
    return fallback;
  }

  url(name: string, schemes: readonly string[]): string | undefined {
    const value = this.optional(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && schemes.includes(new URL(value).protocol)) return value;
    this.refuse(name, `must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`);
    return undefined;
  }

  /** An origin is scheme, host and port alone: `https://kinfold.example.org`. */
  origin(name: string): string | undefined {
    const value = this.url(name, ['http:', 'https:']);
    if (value === undefined) return undefined;
    if (new URL(value).origin === value) return value;
    this.refuse(name, 'must be an origin: scheme, host and port, nothing behind it');
    return undefined;
  }
}
