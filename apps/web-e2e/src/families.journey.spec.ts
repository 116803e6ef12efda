import { demo, person } from './support/demo';
import { LAPTOP, PHONE, Visitor } from './support/visitor';

describe('a therapist and the families', () => {
  const therapist = person('therapist');
  let visitor: Visitor;

  beforeEach(async () => {
    visitor = await Visitor.arrive(LAPTOP);
  });
  afterEach(() => visitor.leave());

  it('is told plainly when the password is wrong, and loses nothing typed', async () => {
    const { page } = visitor;
    await page.goto(demo().dashboard.url);
    await page.getByLabel(/e-?mail/i).fill(therapist.email);
    await page.getByLabel('Password', { exact: true }).fill('not the password at all');
    await page.getByRole('button', { name: /^sign in$/i }).click();
    await page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .filter({ hasText: /password/i })
      .first()
      .waitFor();
    expect(await page.getByLabel(/e-?mail/i).inputValue()).toBe(therapist.email);
    await visitor.isAccessible();
    await visitor.picture('sign-in-wrong');
  });

  it('opens a family from the list in one click', async () => {
    const { page } = visitor;
    await visitor.signIn(therapist);
    await page.getByRole('link', { name: 'Families' }).first().click();
    await page.getByRole('heading', { name: 'Families', level: 1 }).waitFor();
    visitor.startCounting();
    await page
      .getByRole('link', { name: new RegExp(therapist.family ?? '') })
      .first()
      .click();
    await page
      .getByRole('heading', { name: therapist.family ?? '' })
      .first()
      .waitFor();
    expect(visitor.clicks).toBe(1);
  });

  it('finds a family by the beginning of a name without the mouse', async () => {
    const { page } = visitor;
    await visitor.signIn(therapist);
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type((therapist.family ?? '').slice(0, 4).toLowerCase());
    await page
      .getByRole('option', { name: new RegExp(therapist.family ?? '') })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/families\/[0-9a-f-]{36}/);
    expect(visitor.clicks).toBe(0);
  });

  it('begins a family, is warned of a namesake, and says that it is another person', async () => {
    const { page } = visitor;
    await visitor.signIn(therapist);
    for (const attempt of ['first', 'namesake']) {
      await page.goto(new URL('/families/new', page.url()).href);
      await page.getByLabel('Name of the family').fill(attempt === 'first' ? 'Zubiri' : 'Zubiri again');
      await page.getByRole('radio').first().check();
      await page.getByLabel('Given name').first().fill('Amaia');
      await page.getByLabel('Family name').first().fill('Zubiri');
      await page.getByLabel('Birth date').first().fill('1984-03-09');
      await page.getByLabel('Part in the family').first().selectOption({ index: 1 });
      await visitor.isAccessible();
      await page.getByRole('button', { name: 'Begin the record' }).click();
      if (attempt === 'first') await page.waitForURL(/\/families\/[0-9a-f-]{36}/);
    }
    await visitor.picture('family-namesake');
    await page.getByRole('button', { name: 'This is another person' }).click();
    await page.waitForURL(/\/families\/[0-9a-f-]{36}/);
  });

  it('fits a phone', async () => {
    await visitor.page.setViewportSize(PHONE);
    await visitor.signIn(therapist);
    await visitor.page.goto(new URL('/families', visitor.page.url()).href);
    await visitor.page.getByRole('heading', { name: 'Families', level: 1 }).waitFor();
    expect(await visitor.fits()).toBe(true);
  });

  it('of somebody else is not there, in the same words as one that never was', async () => {
    const { page } = visitor;
    await visitor.signIn(therapist);
    await page.goto(new URL('/families', page.url()).href);
    await page
      .getByRole('link', { name: new RegExp(therapist.family ?? '') })
      .first()
      .click();
    await page.waitForURL(/\/families\/[0-9a-f-]{36}/);
    const address = new URL(page.url()).pathname;
    const other = await Visitor.arrive(LAPTOP);
    await other.signIn(person('therapist', 1));
    const words = async (path: string): Promise<string> => {
      await other.page.goto(new URL(path, other.page.url()).href);
      await other.page.waitForLoadState('networkidle');
      return other.page.locator('main').innerText();
    };
    const hidden = await words(address);
    expect(hidden).toBe(await words('/families/3f2b8c1e-7d4a-4f6b-9a1c-0123456789ab'));
    expect(hidden).not.toContain(therapist.family);
    await other.leave();
  });
});
