import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

type Schema = { [key: string]: unknown };

interface Described {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Schema>> }>>;
}

const document: { paths: Record<string, Record<string, Described>> } = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', '..', 'openapi', 'openapi.json'), 'utf8'),
);

/**
 * Answers held to the API description: PostgreSQL builds most of them as text, so TypeScript never sees their shape. A field that the
 * description does not name is as wrong as one that is missing (AZ-11).
 */
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(closed({ ...document, $id: 'kinfold' }));

const validators = new Map<string, ValidateFunction>();

/** What is wrong with the answer of an operation; nothing when it is as described. */
export function breaches(operationId: string, status: number, body: unknown): string[] {
  const pointer = pointerTo(operationId, status);
  if (pointer === null) return [];
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `kinfold#${pointer}` });
  validators.set(pointer, validate);
  return validate(body)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${operationId} ${instancePath} ${message} ${JSON.stringify(params)}`,
      );
}

/** Where the description says what an operation answers, as a JSON pointer; null when it answers nothing. */
function pointerTo(operationId: string, status: number): string | null {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (operation.operationId !== operationId) continue;
      if (operation.responses[status]?.content?.['application/json'] === undefined) return null;
      const escaped = path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
      return `/paths/${escaped}/${method}/responses/${status}/content/application~1json/schema`;
    }
  }
  throw new Error(`${operationId} is not described`);
}

/** The same schemas, in which an object has no more properties than it names, and `nullable` holds beside `allOf` too. */
function closed(schema: Schema): Schema {
  const walked = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, walk(value)]));
  const open =
    walked['type'] === 'object' && walked['properties'] !== undefined
      ? { ...walked, additionalProperties: false }
      : walked;
  const { nullable, ...rest } = open;
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  return isSchema(value) ? closed(value) : value;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
