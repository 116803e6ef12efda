import { person, type Person } from './support/demo';
import { LAPTOP, type Look, PHONE, SMALL_PHONE, Visitor, WIDE } from './support/visitor';

/** Every screen that stands still, with how its address is found in the demo clinic. Long-lived: a new screen takes a line here. */
interface Screen {
  readonly name: string;
  readonly who: () => Person;
  readonly path: (find: Finder) => Promise<string> | string;
}

/** Answers of the API, asked as the person who is signed in. */
type Finder = (path: string) => Promise<{ [key: string]: unknown }>;

const therapist = (): Person => person('therapist');
const desk = (): Person => person('front-desk');
const named = (): Person => person('relative');
const notNamed = (): Person => person('relative', 1);
const inRecovery = (): Person => person('person-in-recovery');

async function firstFamily(
  find: Finder,
): Promise<{
  id: string;
  sessions: {
    id: string;
    status: string;
    noteState: string | null;
    noteId: string | null;
    summaryState: string | null;
  }[];
  scores: { administrationId: string }[];
}> {
  const list = (await find('/families')) as { items: { id: string; displayName: string }[] };
  const family = list.items.find(({ displayName }) => displayName === therapist().family);
  if (!family) throw new Error('The first family is not there');
  return (await find(`/families/${family.id}`)) as Awaited<ReturnType<typeof firstFamily>>;
}

const DASHBOARD: readonly Screen[] = [
  { name: 'today', who: therapist, path: () => '/today' },
  { name: 'families', who: therapist, path: () => '/families' },
  { name: 'families-desk', who: desk, path: () => '/families' },
  { name: 'family-new', who: therapist, path: () => '/families/new' },
  { name: 'family', who: therapist, path: async (find) => `/families/${(await firstFamily(find)).id}` },
  { name: 'family-members', who: therapist, path: async (find) => `/families/${(await firstFamily(find)).id}/members` },
  {
    name: 'family-sessions',
    who: therapist,
    path: async (find) => `/families/${(await firstFamily(find)).id}/sessions`,
  },
  {
    name: 'session-plan',
    who: therapist,
    path: async (find) => `/families/${(await firstFamily(find)).id}/sessions/new`,
  },
  {
    name: 'family-measures',
    who: therapist,
    path: async (find) => `/families/${(await firstFamily(find)).id}/measures`,
  },
  {
    name: 'measure-result',
    who: therapist,
    path: async (find) => {
      const family = await firstFamily(find);
      return `/families/${family.id}/measures/${family.scores[0]?.administrationId}`;
    },
  },
  {
    name: 'family-consents',
    who: therapist,
    path: async (find) => `/families/${(await firstFamily(find)).id}/consents`,
  },
  {
    name: 'note-signed',
    who: therapist,
    path: async (find) =>
      `/notes/${(await firstFamily(find)).sessions.find(({ noteState }) => noteState === 'signed')?.noteId}`,
  },
  {
    name: 'summary-released',
    who: therapist,
    path: async (find) =>
      `/summaries/session/${(await firstFamily(find)).sessions.find(({ summaryState }) => summaryState === 'released')?.id}`,
  },
  { name: 'nothing-here', who: therapist, path: () => '/nowhere' },
  { name: 'family-not-there', who: therapist, path: () => '/families/3f2b8c1e-7d4a-4f6b-9a1c-0123456789ab' },
];

const PORTAL: readonly Screen[] = [
  { name: 'portal-home', who: named, path: () => '/' },
  { name: 'portal-home-empty', who: notNamed, path: () => '/' },
  { name: 'portal-patient', who: inRecovery, path: () => '/' },
];

const looks = (sizes: readonly Look[]): readonly Look[] => sizes.flatMap((size) => [size, { ...size, dark: true }]);
const called = (at: Look): string => `${at.width}${at.dark ? '-dark' : ''}`;

/** One person walks all their screens in one look: signing in once for each would be most of the time. */
function walk(screens: readonly Screen[], sizes: readonly Look[]): void {
  const people = [...new Set(screens.map((screen) => screen.who))];
  for (const at of looks(sizes)) {
    for (const who of people) {
      const own = screens.filter((screen) => screen.who === who);
      describe(`${own[0]?.name} and others at ${called(at)}`, () => {
        let visitor: Visitor;

        beforeAll(async () => {
          visitor = await Visitor.arrive(at);
          await visitor.signIn(who());
        });
        afterAll(() => visitor.leave());

        it.each(own.map((screen) => [screen.name, screen] as const))(
          '%s fits and axe finds nothing',
          async (_name, screen) => {
            const { page } = visitor;
            const find: Finder = (path) =>
              page.evaluate(
                async (address) => (await fetch(`/api/v1${address}`, { headers: { 'X-Kinfold': '1' } })).json(),
                path,
              );
            await page.goto(new URL(await screen.path(find), page.url()).href);
            await page.waitForLoadState('networkidle');
            await visitor.picture(`${screen.name}-${called(at)}`);
            expect(await visitor.fits()).toBe(true);
            await visitor.isAccessible();
          },
        );
      });
    }
  }
}

describe('screens of the dashboard', () => walk(DASHBOARD, [LAPTOP, WIDE]));
describe('screens of the portal', () => walk(PORTAL, [PHONE, SMALL_PHONE]));
