/** The description of the API is what the code says, and says of every operation who may call it and what is written down (AP-05). */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS } from '@kinfold/access/domain';
import { readJson, readText, ROOT, run } from './workspace';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly 'x-permission'?: string;
  readonly 'x-audit'?: string;
  readonly 'x-surface'?: string;
}

/** Operations without an audit row, each with the reason. */
const NOT_AUDITED: Readonly<Record<string, string>> = {
  isLive: 'Nobody asks, and nothing is told.',
  isReady: 'Nobody asks, and nothing is told.',
  readBanner: 'Whether this is a demo; nobody is signed in.',
  readSession: 'The own name on the own screen.',
  noteActivity: 'Nothing is read; the session itself is the record.',
  listInstruments: "The catalogue of the program, nobody's data.",
};

const document = readJson<{ paths: Record<string, Record<string, Operation>> }>('openapi/openapi.json');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ at: `${method} ${path}`, ...operation })),
);

describe('the description of the API', () => {
  let fresh: string;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(ROOT, 'dist', 'described-'));
    const { output } = await run(process.execPath, ['tools/architecture/describe-again.mjs', folder]);
    const answer: { text: string } = JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
    fresh = answer.text;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the one that the handlers give now: npm run openapi', () => {
    expect(readText('openapi/openapi.json')).toBe(fresh);
  });

  it.each(['staff', 'portal'])('has a fresh client for %s: npm run openapi', (surface) => {
    const committed = filesBelow(join(ROOT, 'libs', 'shared', 'contract', surface));
    const generated = filesBelow(join(folder, surface));
    expect(Object.keys(committed)).toEqual(Object.keys(generated));
    expect(Object.keys(generated).filter((name) => committed[name] !== generated[name])).toEqual([]);
    expect(Object.keys(generated).length).toBeGreaterThan(5);
  });

  it('gives the portal no operation of the staff, in name or in path', () => {
    const staffOnly = operations.filter((operation) => operation['x-surface'] === 'staff');
    const portal = JSON.stringify(filesBelow(join(ROOT, 'libs', 'shared', 'contract', 'portal')));
    expect(
      staffOnly.filter(
        ({ at, operationId }) =>
          portal.includes(`'${at.split(' ')[1] ?? ''}'`) || new RegExp(`\\b${operationId ?? ''}\\b`).test(portal),
      ),
    ).toEqual([]);
    expect(staffOnly.length).toBeGreaterThan(10);
  });

  it.each(operations.map((operation) => [operation.at, operation] as const))(
    'says everything of %s',
    (_at, operation) => {
      expect(operation).toMatchObject({
        operationId: expect.stringMatching(/^[a-z][A-Za-z]+$/),
        summary: expect.stringMatching(/^[A-Z].*\.$/),
        'x-permission': expect.any(String),
        'x-audit': expect.stringMatching(/^([a-z-]+\.[a-z-]+|none)$/),
        'x-surface': expect.stringMatching(/^(staff|portal|staff\|portal)$/),
      });
      expect(PERMISSIONS).toContain(operation['x-permission']);
    },
  );

  it('gives every operation a name of its own: the clients have one function for each', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('gives every operation an audit event of its own, but for those that are listed', () => {
    const events = operations.map((operation) => operation['x-audit']).filter((event) => event !== 'none');
    expect(events.filter((event, index) => events.indexOf(event) !== index)).toEqual([]);
    expect(
      operations
        .filter((operation) => operation['x-audit'] === 'none')
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual(Object.keys(NOT_AUDITED).sort());
  });

  it('opens to nobody in particular only signing in, the banner and the two questions about health', () => {
    const open = operations
      .filter((operation) => operation['x-permission'] === 'public')
      .map(({ operationId }) => operationId);
    expect(open.sort()).toEqual(['isLive', 'isReady', 'readBanner', 'signIn']);
  });
});

function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
