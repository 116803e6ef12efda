import 'reflect-metadata';
import { DomainError } from '@kinfold/shared/kernel';
import { Day, Decimal, Flag, Id, IdList, Instant, ListOf, LocalTime, One, OneOf, Text, Whole } from './fields';
import { validationPipe } from './validation';

/** Where Nest's description keeps what a property is. */
const DESCRIBED = 'swagger/apiModelProperties';

class Part {
  @Text({ max: 5 })
  word!: string;
}

class Everything {
  @Text({ max: 10 })
  text!: string;

  @Text({ min: 0, max: 10 })
  maybeEmpty!: string;

  @OneOf(['red', 'blue'])
  oneOf!: string;

  @Id()
  id!: string;

  @Day()
  day!: string;

  @Instant()
  instant!: string;

  @LocalTime()
  localTime!: string;

  @Whole({ min: 1, max: 5 })
  whole!: number;

  @Decimal({ min: -1.5, max: 1.5 })
  decimal!: number;

  @Flag()
  flag!: boolean;

  @ListOf(Part, { min: 1, max: 2 })
  list!: Part[];

  @IdList({ min: 1, max: 2 })
  ids!: string[];

  @One(() => Part)
  one!: Part;

  @Day({ nullable: true })
  nullable!: string | null;

  @Text({ max: 5, optional: true })
  optional?: string;
}

const ID = '3f2b8c1e-7d4a-4f6b-9a1c-0123456789ab';
const OTHER = '9f2b8c1e-7d4a-4f6b-9a1c-0123456789ab';
const good = {
  text: 'a',
  maybeEmpty: '',
  oneOf: 'red',
  id: ID,
  day: '2028-02-29',
  instant: '2026-03-09T14:00:00Z',
  localTime: '2026-03-09T14:00',
  whole: 5,
  decimal: 0.5,
  flag: false,
  list: [{ word: 'a' }],
  ids: [ID],
  one: { word: 'a' },
  nullable: null,
};

async function check(body: unknown): Promise<readonly string[]> {
  try {
    await validationPipe().transform(body, { type: 'body', metatype: Everything });
    return [];
  } catch (error) {
    if (error instanceof DomainError)
      return error.fields.length > 0 ? error.fields.map(({ field, code }) => `${field} ${code}`) : [error.code];
    throw error;
  }
}

describe('the fields of a request', () => {
  it('let through what fits', async () => {
    expect(await check(good)).toEqual([]);
    expect(await check({ ...good, optional: 'abc', nullable: '2026-01-01' })).toEqual([]);
  });

  const refused: readonly [keyof Everything, readonly unknown[]][] = [
    [
      'text',
      [
        '',
        '   ',
        '\n\t',
        'a'.repeat(11),
        'a\u0000',
        'a\u001b[2J',
        'a\ud800',
        '\udfffa',
        '\u200b\u2060',
        5,
        null,
        undefined,
        ['a'],
        { length: 3 },
        true,
      ],
    ],
    ['maybeEmpty', ['a'.repeat(11), '\u0007', null, undefined, 0]],
    ['oneOf', ['Red', 'green', '', null, undefined, ['red'], 0, 'constructor', '__proto__']],
    ['id', ['', 'x', ID.slice(1), `${ID}0`, ` ${ID}`, `${ID}\n`, [ID], 7, null, undefined]],
    [
      'day',
      [
        '2026-02-29',
        '2026-13-01',
        '2026-00-10',
        '2026-1-1',
        '09.03.2026',
        '2026-03-09T00:00',
        '',
        20260309,
        null,
        undefined,
        ['2026-03-09'],
      ],
    ],
    [
      'instant',
      [
        '2026-03-09T14:00:00',
        '2026-03-09',
        '2026-02-30T14:00:00Z',
        '2026-03-09T25:00:00Z',
        '2026-03-09 14:00:00Z',
        '2026-W10-1T10:00Z',
        '2026-060T10:00Z',
        '2026-03T10:00Z',
        '2026-03-09T14Z',
        '2026-03-09T14.5Z',
        '2026-03-09T14:00:00,5Z',
        '20260309T140000Z',
        '2026-03-09T14:00:60Z',
        '2026-03-09T14:00:00+99:00',
        'now',
        1,
        null,
        undefined,
      ],
    ],
    [
      'localTime',
      [
        '2026-03-09T24:00',
        '2026-02-30T10:00',
        '2026-03-09T14:00Z',
        '2026-03-09T14:00:00',
        '2026-03-09',
        1,
        null,
        undefined,
      ],
    ],
    ['whole', [0, 6, 1.5, '3', NaN, Infinity, null, undefined, [3], true]],
    ['decimal', [-1.6, 1.6, '0', NaN, Infinity, null, undefined, [0]]],
    ['flag', ['true', 0, 1, null, undefined, [true]]],
    [
      'list',
      [
        [],
        [{ word: 'a' }, { word: 'b' }, { word: 'c' }],
        { word: 'a' },
        'a',
        null,
        undefined,
        [{}],
        [[]],
        [[{ word: 'a' }]],
        [{ word: 'toolong' }],
        ['a'],
        [null],
        [{ word: 'a', more: 1 }],
      ],
    ],
    [
      'ids',
      [[], [ID, ID], [ID, OTHER, '7f2b8c1e-7d4a-4f6b-9a1c-0123456789ab'], ['x'], ID, null, undefined, [null], [[ID]]],
    ],
    ['one', [{}, [], [{ word: 'a' }], { word: 'toolong' }, { word: 'a', more: 1 }, 'a', 7, null, undefined]],
    ['nullable', ['', '2026-02-30', undefined, 0, false]],
    ['optional', ['', null, 'toolong', 1]],
  ];

  it.each(refused.flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'refuse %s when it is %j',
    async (name, value) => {
      const said = await check({ ...good, [name]: value });
      expect(said.length).toBeGreaterThan(0);
      for (const each of said) expect(each).toMatch(new RegExp(`^${name}(\\.\\d+)?(\\.\\w+)? [a-z_0-9]+$`));
    },
  );

  it.each(['id2', 'constructor', 'toString', 'version'])('refuse a property that nobody knows: %s', async (name) => {
    expect(await check({ ...good, [name]: 1 })).toEqual([`${name} unknown_property`]);
  });

  it.each([[null], [undefined], ['text'], [7], [[]], [[good]]])('refuse %j in place of an object', async (body) => {
    expect((await check(body)).length).toBeGreaterThan(0);
  });

  it('refuse what is nested too deeply before anybody walks it', async () => {
    const deep: unknown = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(await check({ ...good, text: deep })).toEqual(['malformed_request']);
  });

  it('never repeat what was sent', async () => {
    const error = await validationPipe()
      .transform(
        { ...good, text: 'Zarzuela-7731 is too long', oneOf: 'Zarzuela-7731' },
        { type: 'body', metatype: Everything },
      )
      .catch((reason: unknown) => reason);
    expect(JSON.stringify(error)).not.toContain('Zarzuela');
    expect(error instanceof DomainError && error.fields.length).toBe(2);
  });

  it('are described as they are checked', () => {
    const described = (name: keyof Everything): unknown => Reflect.getMetadata(DESCRIBED, Everything.prototype, name);
    expect(described('text')).toMatchObject({ minLength: 1, maxLength: 10, required: true, nullable: false });
    expect(described('maybeEmpty')).toMatchObject({ minLength: 0, maxLength: 10 });
    expect(described('oneOf')).toMatchObject({ enum: ['red', 'blue'] });
    expect(described('id')).toMatchObject({ format: 'uuid' });
    expect(described('day')).toMatchObject({ format: 'date' });
    expect(described('instant')).toMatchObject({ format: 'date-time' });
    expect(described('whole')).toMatchObject({ type: 'integer', minimum: 1, maximum: 5 });
    expect(described('decimal')).toMatchObject({ type: 'number', minimum: -1.5, maximum: 1.5 });
    expect(described('list')).toMatchObject({ minItems: 1, maxItems: 2 });
    expect(described('ids')).toMatchObject({ minItems: 1, maxItems: 2, uniqueItems: true, format: 'uuid' });
    expect(described('nullable')).toMatchObject({ nullable: true, required: true });
    expect(described('optional')).toMatchObject({ required: false });
  });
});
