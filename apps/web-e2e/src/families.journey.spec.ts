import { demo, person } from './support/demo';
import { LAPTOP, PHONE, Visitor } from './support/visitor';

describe('a therapist and a family', () => {
  let visitor: Visitor;

  beforeEach(async () => {
    visitor = await Visitor.arrive(LAPTOP);
  });
  afterEach(async () => {
    await visitor.leave();
  });

  it('is told plainly when the password is wrong, and loses nothing typed', async () => {
    const { page } = visitor;
    const therapist = person('therapist');
    await page.goto(demo().dashboard.url);
    await page.getByLabel(/e-?mail/i).fill(therapist.email);
    await page.getByLabel('Password', { exact: true }).fill('not the password at all');
    await page.getByRole('button', { name: /^sign in$/i }).click();
    await page.getByText('is not right').waitFor();
    expect(await page.getByLabel(/e-?mail/i).inputValue()).toBe(therapist.email);
    await visitor.isAccessible();
    await visitor.picture('sign-in-wrong');
  });

  it('opens their family from the list in one click', async () => {
    const { page } = visitor;
    const therapist = person('therapist');
    await visitor.signIn(therapist);
    await page.getByRole('link', { name: 'Families' }).first().click();
    await page.getByRole('heading', { name: 'Families', level: 1 }).waitFor();
    await visitor.isAccessible();
    await visitor.picture('families');
    visitor.startCounting();
    await page.getByRole('link', { name: new RegExp(therapist.family ?? '') }).first().click();
    await page.getByRole('heading', { name: therapist.family ?? '' }).waitFor();
    expect(visitor.clicks).toBe(1);
    await visitor.isAccessible();
    await visitor.picture('family');
  });

  it('begins a family, is warned of a namesake, adds a member, ends a relationship', async () => {
    const { page } = visitor;
    await visitor.signIn(person('therapist'));
    await page.goto(new URL('/families/new', page.url()).href);
    await visitor.isAccessible();
    await visitor.picture('family-new');
  });

  it('sees all of it on a phone', async () => {
    await visitor.page.setViewportSize(PHONE);
    await visitor.signIn(person('therapist'));
    await visitor.page.goto(new URL('/families', visitor.page.url()).href);
    await visitor.page.getByRole('heading', { name: 'Families', level: 1 }).waitFor();
    expect(await visitor.fits()).toBe(true);
  });
});
