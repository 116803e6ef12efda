import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  Matches,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDay, isId } from '@kinfold/shared/kernel';

/**
 * Field decorators: each says validation and API description at once, so the two cannot differ.
 * `null` fields may be null; everything else is required. A field that may be left out says `optional`.
 */
interface Presence {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly description?: string;
}

type PropertyShape = Exclude<ApiPropertyOptions, { required?: string[] }>;

function field(presence: Presence, api: PropertyShape, ...rules: PropertyDecorator[]): PropertyDecorator {
  const skip = ValidateIf(
    (_, value) => !(presence.optional && value === undefined) && !(presence.nullable && value === null),
  );
  return applyDecorators(
    skip,
    ...rules,
    ApiProperty({
      ...api,
      description: presence.description,
      required: !presence.optional,
      nullable: presence.nullable ?? false,
    }),
  );
}

/** Halves of a character as well: nothing could be stored in their place but a question mark, and a text is kept as it was written. */
const CONTROL = /^[^\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u;
/** Something that can be seen: a name of invisible characters alone would be a row nobody can read or find. */
const VISIBLE = /[^\s\p{Cf}]/u;

/** A text of `min` (1 unless told) to `max` characters, without control characters. */
export function Text({ min = 1, max, ...presence }: Presence & { min?: number; max: number }): PropertyDecorator {
  return field(
    presence,
    { type: String, minLength: min, maxLength: max },
    IsString({ message: 'Write this as text.' }),
    MinLength(min, { message: min === 1 ? 'Write something here.' : `Write at least ${min} characters.` }),
    MaxLength(max, { message: `Keep this to ${max} characters.` }),
    Matches(CONTROL, { message: 'Leave out control characters.' }),
    ...(min > 0 ? [Matches(VISIBLE, { message: 'Write something here.' })] : []),
  );
}

/** One of a closed set of values. */
export function OneOf<T extends string>(values: readonly T[], presence: Presence = {}): PropertyDecorator {
  return field(presence, { enum: [...values] }, IsIn(values, { message: `Choose one of: ${values.join(', ')}.` }));
}

/** A random id. */
export function Id(presence: Presence = {}): PropertyDecorator {
  return field(
    presence,
    { type: String, format: 'uuid' },
    ValidateBy({ name: 'isId', validator: { validate: isId, defaultMessage: () => 'This is not an id.' } }),
  );
}

/** A calendar day that exists, `YYYY-MM-DD`. */
export function Day(presence: Presence = {}): PropertyDecorator {
  return field(
    presence,
    { type: String, format: 'date' },
    ValidateBy({
      name: 'isDay',
      validator: { validate: isDay, defaultMessage: () => 'Write a day that exists, like 2026-03-09.' },
    }),
  );
}

/** An instant with its offset, `2026-03-09T14:00:00Z`. */
export function Instant(presence: Presence = {}): PropertyDecorator {
  return field(
    presence,
    { type: String, format: 'date-time' },
    ValidateBy({
      name: 'isInstant',
      validator: { validate: isInstant, defaultMessage: () => 'Write a time that exists, with its offset.' },
    }),
  );
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** Narrower than ISO 8601: weeks, days of the year and broken hours are times there, but neither to JavaScript nor to PostgreSQL. */
function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10));
}

/** A wall time without offset, `2026-03-09T14:00`, as people say it where the clinic is. */
export function LocalTime(presence: Presence = {}): PropertyDecorator {
  return field(
    presence,
    { type: String, pattern: LOCAL_TIME.source },
    ValidateBy({
      name: 'isLocalTime',
      validator: {
        validate: isLocalTime,
        defaultMessage: () => 'Write a day and time that exist, like 2026-03-09T14:00.',
      },
    }),
  );
}

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;

function isLocalTime(value: unknown): boolean {
  return typeof value === 'string' && LOCAL_TIME.test(value) && isDay(value.slice(0, 10));
}

/** A whole number from `min` to `max`. */
export function Whole({ min, max, ...presence }: Presence & { min: number; max: number }): PropertyDecorator {
  const message = `Give a whole number from ${min} to ${max}.`;
  return field(
    presence,
    { type: 'integer', minimum: min, maximum: max },
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  );
}

/** A number from `min` to `max`, with decimals. */
export function Decimal({ min, max, ...presence }: Presence & { min: number; max: number }): PropertyDecorator {
  const message = `Give a number from ${min} to ${max}.`;
  return field(
    presence,
    { type: 'number', minimum: min, maximum: max },
    IsNumber({ allowNaN: false, allowInfinity: false }, { message }),
    Min(min, { message }),
    Max(max, { message }),
  );
}

/** True or false. */
export function Flag(presence: Presence = {}): PropertyDecorator {
  return field(presence, { type: Boolean }, IsBoolean({ message: 'Say true or false.' }));
}

/** A list of `min` to `max` values of another class. */
export function ListOf(
  item: Class,
  { min = 0, max, ...presence }: Presence & { min?: number; max: number },
): PropertyDecorator {
  return field(
    presence,
    { type: [item], minItems: min, maxItems: max },
    IsArray({ message: 'Give a list.' }),
    ArrayMinSize(min, { message: `Give at least ${min}.` }),
    ArrayMaxSize(max, { message: `Give at most ${max}.` }),
    // ValidateNested alone takes a list in place of an object and looks at what is in it.
    IsObject({ each: true, message: 'Each entry needs its fields.' }),
    ValidateNested({ each: true, message: 'Each entry needs its fields.' }),
    Type(() => item),
  );
}

/** A list of ids without repetition. */
export function IdList({ min = 0, max, ...presence }: Presence & { min?: number; max: number }): PropertyDecorator {
  return field(
    presence,
    { type: [String], format: 'uuid', minItems: min, maxItems: max, uniqueItems: true },
    ValidateBy({
      name: 'isIdList',
      validator: {
        validate: (value: unknown) => Array.isArray(value) && value.every(isId) && new Set(value).size === value.length,
        defaultMessage: () => 'Give a list of ids, each once.',
      },
    }),
    ArrayMinSize(min, { message: `Choose at least ${min}.` }),
    ArrayMaxSize(max, { message: `Choose at most ${max}.` }),
  );
}

/** A nested object of another class, in answers and requests. */
export function One(item: () => Class, presence: Presence = {}): PropertyDecorator {
  // Nest takes a function for a class unless its name is `type`: then it asks it later, when both classes are there.
  // ValidateNested alone lets through what is not there at all.
  const message = 'This needs its fields.';
  return field(presence, { type: () => item() }, IsObject({ message }), ValidateNested({ message }), Type(item));
}
