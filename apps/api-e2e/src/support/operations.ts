import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A JSON schema, as far as the description of the API uses it. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Described {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly 'x-permission': string;
  readonly 'x-audit': string;
  readonly 'x-surface': string;
}

/** One operation of openapi/openapi.json. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With `{names}` in it. */
  readonly path: string;
  readonly permission: string;
  readonly audit: string;
  readonly surfaces: readonly string[];
  /** Names in the path, in order. */
  readonly ids: readonly string[];
  readonly needsVersion: boolean;
  readonly takesBody: boolean;
  /** A body that fits the description and says nothing: shortest texts, first choices, random ids. */
  readonly body: () => unknown;
}

const FILE = join(import.meta.dirname, '..', '..', '..', '..', 'openapi', 'openapi.json');

const document: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
} = JSON.parse(readFileSync(FILE, 'utf8'));

/** Every operation there is. What is generated from this list covers an endpoint on the day it is described. */
export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => {
    const schema = described.requestBody?.content['application/json'].schema;
    return {
      id: described.operationId,
      method: method.toUpperCase(),
      path,
      permission: described['x-permission'],
      audit: described['x-audit'],
      surfaces: described['x-surface'].split('|'),
      ids: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
      needsVersion: described.parameters.some((parameter) => parameter.name === 'If-Match'),
      takesBody: schema !== undefined,
      body: () => (schema === undefined ? undefined : sample(schema)),
    };
  }),
);

/** The path with ids in it; a name that is not among them gets a random one. */
export function pathOf(operation: Operation, ids: Readonly<Record<string, string>> = {}): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? randomUUID());
}

function sample(schema: Schema): unknown {
  if (schema.$ref !== undefined) return sample(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.nullable === true) return null;
  if (schema.allOf?.[0] !== undefined) return sample(schema.allOf[0]);
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0);
    case 'boolean':
      return false;
    default:
      return sampleText(schema);
  }
}

function sampleText({ format, pattern, minLength = 1 }: Schema): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2026-01-15';
  if (format === 'date-time') return '2026-01-15T10:00:00Z';
  if (pattern?.includes('T') === true) return '2030-01-15T10:00';
  return 'a'.repeat(Math.max(minLength, 1));
}
