import { DefaultNamingStrategy } from 'typeorm';

/** Columns are `snake_case` in PostgreSQL and `camelCase` in the program; nobody writes a column's name twice. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    const name = custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return [...prefixes, name].join('_');
  }
}
