import { demo, person } from './support/demo';
import { LAPTOP, PHONE, Visitor } from './support/visitor';

/**
 * The main job from end to end, as people do it, in the order of a day. Each step goes on where the one before it stopped.
 * Budgets are those of the product: clicks are counted, not guessed.
 */
describe('the main job', () => {
  const therapist = person('therapist');
  const [named, notNamed] = [person('relative'), person('relative', 1)];
  const inRecovery = person('person-in-recovery');
  const family = therapist.family ?? '';
  const firstName = (name: string): string => name.split(' ')[0] ?? name;
  let visitor: Visitor;
  let sessionId = '';

  const at = async (path: string): Promise<void> => {
    await visitor.page.goto(new URL(path, demo().dashboard.url).href);
  };

  beforeAll(async () => {
    visitor = await Visitor.arrive(LAPTOP);
    await visitor.signIn(therapist);
  });
  afterAll(() => visitor.leave());

  it('1. Today shows the sessions of the day, and any of them is one click away', async () => {
    const { page } = visitor;
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await visitor.isAccessible();
    await visitor.picture('journey-1-today');
    visitor.startCounting();
    await page.getByRole('link', { name: new RegExp(`Open the room.*${family}`) }).click();
    await page.waitForURL(/\/room\//);
    sessionId = page.url().split('/').at(-1) ?? '';
    expect(visitor.clicks).toBe(1);
  });

  it('2. the room: one tap for who came, one tap for each moment, undo, no typing', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Begin the session' }).waitFor();
    await visitor.isAccessible();
    await visitor.picture('journey-2-arrival');
    const columns = page.getByRole('group').filter({ has: page.getByRole('heading', { level: 2 }) });
    const members = await columns.count();
    expect(members).toBeGreaterThan(1);
    visitor.startCounting();
    for (let index = 0; index < members; index++)
      await columns.nth(index).getByRole('button', { name: 'Here', exact: true }).click();
    expect(visitor.clicks).toBe(members);
    await page.getByRole('button', { name: 'Begin the session' }).click();
    await page.getByRole('button', { name: 'End', exact: true }).waitFor();
    const one = columns.first();
    visitor.startCounting();
    await one.getByRole('button', { name: /^Turn/ }).click();
    await columns.nth(1).getByRole('button', { name: /^Turn/ }).click();
    await one.getByRole('button', { name: /^Homework/ }).click();
    await page.getByRole('button', { name: /^Agreement/ }).click();
    expect(visitor.clicks).toBe(4);
    await visitor.isAccessible();
    await visitor.picture('journey-2-room');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: /^Agreement/ }).click();
    expect(visitor.keys).toBe(0);
  });

  it('3. the end: participation is rated and the session closes with start, stop and how they met', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('heading', { name: 'Close the session' }).waitFor();
    await visitor.isAccessible();
    await visitor.picture('journey-3-end');
    const rated = page.getByRole('group').filter({ hasText: 'Taking part' }).first();
    for (const axis of ['Taking part', 'Connection', 'Feeling safe']) {
      await rated.getByRole('radiogroup', { name: axis }).getByRole('radio').nth(4).click();
    }
    await page.getByRole('button', { name: 'Close and write the note' }).click();
    await page.waitForURL(/\/notes\//);
  });

  it('4. the note is drafted from the moments, saves itself, and is signed in three clicks', async () => {
    const { page } = visitor;
    await page.getByRole('heading', { name: 'Before signing' }).waitFor();
    await visitor.isAccessible();
    await visitor.picture('journey-4-note');
    visitor.startCounting();
    const empty = page.locator('textarea:visible');
    for (let index = 0; index < (await empty.count()); index++) {
      const box = empty.nth(index);
      if ((await box.inputValue()).trim() === '')
        await box.fill('Seen and heard; nothing new that would worry us today.');
      await box.blur();
    }
    await page.getByText('Everything that is needed is written.').waitFor();
    expect(visitor.clicks).toBeLessThanOrEqual(15);
    visitor.startCounting();
    await page.getByRole('button', { name: 'Sign and lock' }).click();
    await page.getByLabel('Your password').fill('not my password');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign and lock' }).click();
    await page.getByText('That password did not match').waitFor();
    visitor.startCounting();
    await page.getByLabel('Your password').fill(therapist.password);
    await page.getByRole('dialog').getByRole('button', { name: 'Sign and lock' }).click();
    await page.getByText('word for word what was signed').waitFor();
    expect(visitor.clicks).toBeLessThanOrEqual(3);
    await visitor.isAccessible();
    await visitor.picture('journey-4-signed');
    await page.getByRole('button', { name: 'Add an addendum' }).click();
    await page.getByLabel('What is to be added').fill('The grandmother was present for the last ten minutes.');
    await page.getByRole('button', { name: 'Add to the note' }).click();
    await page.getByText('The grandmother was present').waitFor();
    expect(await page.locator('textarea:visible').count()).toBe(0);
  });

  it('5. a relative takes the coping and self-care check on the tablet, and the result shows its working', async () => {
    const { page } = visitor;
    await openFamily();
    await page.getByRole('link', { name: 'Measures' }).click();
    await page.getByRole('button', { name: /^Give/ }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: named.name }).check();
    await visitor.isAccessible();
    await visitor.picture('journey-5-give');
    await dialog.getByRole('button', { name: 'Open on the tablet' }).click();
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    await visitor.isAccessible();
    await visitor.picture('journey-5-tablet');
    // Nothing of the family but the questions, and no way back without the password.
    expect(await page.getByText(family).count()).toBe(0);
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await visitor.picture('journey-5-question');
    for (let question = 0; question < 18; question++) {
      await page.getByText(`Question ${question + 1} of 18`).waitFor();
      await page.keyboard.press(String((question % 5) + 1));
    }
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await page.goBack();
    await page.waitForURL(/\/tablet\//);
    await page.getByRole('button', { name: 'For the therapist' }).click();
    await page.getByLabel('Your password').fill(therapist.password);
    await page.getByRole('button', { name: 'Leave with password' }).click();
    await page.waitForURL(/\/measures/);
    await openFamily();
    await page.getByRole('link', { name: 'Measures' }).click();
    await page
      .getByRole('link', { name: /Coping and self-care check/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Change' }).waitFor();
    await page.getByText('We cannot say').waitFor();
    await visitor.isAccessible();
    await visitor.picture('journey-5-result');
  });

  it('6. a summary is written line by line, shown as each member would see it, and shared', async () => {
    const { page } = visitor;
    await at(`/summaries/session/${sessionId}`);
    await page.getByRole('button', { name: 'Begin the summary' }).click();
    await addLine('Went well', firstName(inRecovery.name), 'You said out loud what the evenings are like.');
    await addLine('Decision', firstName(inRecovery.name), 'You will call your sponsor before the weekend.');
    await page.getByRole('heading', { name: 'As seen by' }).waitFor();
    await visitor.isAccessible();
    await visitor.picture('journey-6-summary');
    visitor.startCounting();
    await page.getByRole('checkbox', { name: new RegExp(firstName(named.name)) }).check();
    await page.getByRole('button', { name: new RegExp(`Share with ${firstName(named.name)}`) }).click();
    await page
      .getByText(/Shared with/)
      .first()
      .waitFor();
    expect(visitor.clicks).toBe(2);
    await visitor.isAccessible();
    await visitor.picture('journey-6-shared');
  });

  it('7. the named member reads and answers it in the portal; another member sees nothing of it', async () => {
    const reader = await Visitor.arrive(PHONE);
    await reader.signIn(named);
    await reader.page.getByRole('link', { name: /Our session, today/ }).click();
    await reader.page
      .getByText('You will call your sponsor')
      .or(reader.page.getByText('call your sponsor'))
      .first()
      .waitFor();
    expect(reader.clicks).toBeLessThanOrEqual(2);
    await reader.isAccessible();
    await reader.picture('journey-7-portal');
    await reader.page.getByRole('button', { name: /agree/i }).first().click();
    await reader.leave();

    const other = await Visitor.arrive(PHONE);
    await other.signIn(notNamed);
    await other.page.waitForLoadState('networkidle');
    expect(await other.page.getByRole('link', { name: /Our session, today/ }).count()).toBe(0);
    expect(await other.page.getByText('sponsor').count()).toBe(0);
    await other.picture('journey-7-not-named');
    await other.leave();
  });

  it('8. revoking the consent hides it on the next read', async () => {
    const { page } = visitor;
    await openFamily();
    await page.getByRole('link', { name: 'Consents' }).click();
    await page
      .getByRole('button', { name: /Take it back/ })
      .first()
      .click();
    await visitor.isAccessible();
    await visitor.picture('journey-8-revoke');
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back now' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const reader = await Visitor.arrive(PHONE);
    await reader.signIn(named);
    await reader.page.waitForLoadState('networkidle');
    expect(await reader.page.getByText('sponsor').count()).toBe(0);
    expect(await reader.page.getByRole('link', { name: /Our session, today/ }).count()).toBe(0);
    await reader.leave();
  });

  async function openFamily(): Promise<void> {
    await at('/families');
    await visitor.page
      .getByRole('link', { name: new RegExp(family) })
      .first()
      .click();
    await visitor.page.getByRole('heading', { name: family }).first().waitFor();
  }

  async function addLine(kind: string, about: string, text: string): Promise<void> {
    const { page } = visitor;
    const form = page.getByRole('form').filter({ has: page.getByRole('button', { name: 'Add the line' }) });
    await form.getByLabel('Kind of the new line').selectOption({ label: kind });
    const whom = form.getByLabel('Whom the new line is about');
    const label = (await whom.locator('option').allTextContents()).find((option) => option.includes(about)) ?? '';
    await whom.selectOption({ label: label.trim() });
    await form.getByLabel('Words of the new line').fill(text);
    await form.getByRole('checkbox').check();
    await form.getByRole('button', { name: 'Add the line' }).click();
    await page.getByText(text).or(page.locator('textarea')).first().waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll('textarea')].at(-1)?.value === '');
  }
});
