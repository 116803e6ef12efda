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

async function firstFamily(find: Finder): Promise<{ id: string; sessions: { id: string; status: string; noteState: string | null; noteId: string | null; summaryState: string | null }[]; scores: { administrationId: string }[] }> {
  const list = (await find('/families')) as { items: { id: string; displayName: string }[] };
  const family = list.items.find(({ displayName }) => displayName === therapist().family);
  if (!family) throw new Error('The first family is not there');
  return (await find(`/families/${family.id}`)) as Awaited<ReturnType<typeof firstFamily>>;
}

const DASHBOARD: readonly Screen[] = [
  { name: 'today', who: therapist, path: () => '/today' },
  { name: 'families', who: therapist, path: () => '/families' },
  { name: 'families-desk', who: () => person('front-desk'), path: () => '/families' },
  { name: 'family-new', who: therapist, path: () => '/families/new' },
  { name: 'family', who: therapist, path: async (find) => `/families/${(await firstFamily(find)).id}` },
  { name: 'family-members', who: therapist, path: async (find) => `/families/${(await firstFamily(find)).id}/members` },
  { name: 'family-sessions', who: therapist, path: async (find) => `/families/${(await firstFamily(find)).id}/sessions` },
  { name: 'session-plan', who: therapist, path: async (find) => `/families/${(await firstFamily(find)).id}/sessions/new` },
  { name: 'family-measures', who: therapist, path: async (find) => `/families/${(await firstFamily(find)).id}/measures` },
  {
    name: 'measure-result',
    who: therapist,
    path: async (find) => {
      const family = await firstFamily(find);
      return `/families/${family.id}/measures/${family.scores[0]?.administrationId}`;
    },
  },
  { name: 'family-consents', who: therapist, path: async (find) => `/families/${(await firstFamily(find)).id}/consents` },
  {
    name: 'note-signed',
    who: therapist,
    path: async (find) => `/notes/${(await firstFamily(find)).sessions.find(({ noteState }) => noteState === 'signed')?.noteId}`,
  },
  {
    name: 'summary-released',
    who: therapist,
    path: async (find) => `/summaries/session/${(await firstFamily(find)).sessions.find(({ summaryState }) => summaryState === 'released')?.id}`,
  },
  { name: 'nothing-here', who: therapist, path: () => '/nowhere' },
  { name: 'family-not-there', who: therapist, path: () => '/families/3f2b8c1e-7d4a-4f6b-9a1c-0123456789ab' },
];

const PORTAL: readonly Screen[] = [
  { name: 'portal-home', who: () => person('relative'), path: () => '/' },
  { name: 'portal-home-empty', who: () => person('relative', 1), path: () => '/' },
  { name: 'portal-patient', who: () => person('person-in-recovery'), path: () => '/' },
];

const looks = (sizes: readonly Look[]): readonly Look[] => sizes.flatMap((size) => [size, { ...size, dark: true }]);

async function look(screen: Screen, at: Look): Promise<void> {
  const visitor = await Visitor.arrive(at);
  try {
    await visitor.signIn(screen.who());
    const find: Finder = (path) =>
      visitor.page.evaluate(async (address) => (await fetch(`/api/v1${address}`, { headers: { 'X-Kinfold': '1' } })).json(), path);
    await visitor.page.goto(new URL(await screen.path(find), visitor.page.url()).href);
    await visitor.page.waitForLoadState('networkidle');
    await visitor.picture(`${screen.name}-${at.width}${at.dark ? '-dark' : ''}`);
    expect(await visitor.fits()).toBe(true);
    await visitor.isAccessible();
  } finally {
    await visitor.leave();
  }
}

describe('screens of the dashboard', () => {
  it.each(DASHBOARD.flatMap((screen) => looks([LAPTOP, WIDE]).map((at) => [screen.name, at.width, at.dark ? 'dark' : 'light', screen, at] as const)))(
    '%s at %d, %s, fits and axe finds nothing',
    (_name, _width, _theme, screen, at) => look(screen, at),
  );
});

describe('screens of the portal', () => {
  it.each(PORTAL.flatMap((screen) => looks([PHONE, SMALL_PHONE]).map((at) => [screen.name, at.width, at.dark ? 'dark' : 'light', screen, at] as const)))(
    '%s at %d, %s, fits and axe finds nothing',
    (_name, _width, _theme, screen, at) => look(screen, at),
  );
});
