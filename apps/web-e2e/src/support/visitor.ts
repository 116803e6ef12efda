import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { demo, type Person } from './demo';

const PICTURES = join(__dirname, '..', '..', '..', '..', '.kinfold', 'screens');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
}

export const LAPTOP: Look = { width: 1280, height: 800 };
export const WIDE: Look = { width: 1440, height: 900 };
export const PHONE: Look = { width: 390, height: 844 };
export const SMALL_PHONE: Look = { width: 320, height: 640 };

let browser: Promise<Browser> | null = null;

function theBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: FLAGS });
  return browser;
}

/** Closes the browser of this test file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

/**
 * One person in front of one screen. Counts what they click and type, and remembers what the page complained about: an error in the
 * console or a breach of the content security policy fails the journey.
 */
export class Visitor {
  clicks = 0;
  keys = 0;
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async arrive(look: Look = LAPTOP): Promise<Visitor> {
    const context = await (
      await theBrowser()
    ).newContext({
      viewport: { width: look.width, height: look.height },
      colorScheme: look.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const visitor = new Visitor(page, context);
    await visitor.watch();
    return visitor;
  }

  /** Signs in through the form of the person's surface. Not counted: nobody has arrived yet. */
  async signIn(who: Person): Promise<void> {
    const portal = ['person-in-recovery', 'relative', 'minor'].includes(who.role);
    await this.page.goto(portal ? demo().portal.url : demo().dashboard.url);
    await this.page.getByLabel(/e-?mail/i).fill(who.email);
    await this.page.getByLabel('Password', { exact: true }).fill(who.password);
    await this.page.getByRole('button', { name: /^sign in$/i }).click();
    await this.page.waitForURL((url) => !url.pathname.includes('sign-in'));
    this.startCounting();
  }

  /** From here on clicks and keys count towards a budget. */
  startCounting(): void {
    this.clicks = 0;
    this.keys = 0;
  }

  /** Axe finds nothing on what is shown now. */
  async isAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(TAGS).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 3).map((node) => node.target.join(' ')),
    }));
    if (found.length > 0) throw new Error(`Axe found: ${JSON.stringify(found, null, 2)}`);
  }

  /** Keeps a picture in `.kinfold/screens`. */
  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  /** Whether anything sticks out sideways. */
  async fits(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  }

  /** Ends the visit. A journey that stopped half way leaves a picture of where. */
  async leave(): Promise<void> {
    await this.picture('last-seen').catch(() => undefined);
    await this.context.close();
    if (this.complaints.length > 0) throw new Error(`The page complained:\n${this.complaints.join('\n')}`);
  }

  private async watch(): Promise<void> {
    this.page.on('console', (message) => {
      // A refused request is part of what is tested; the page says it in words.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
        this.complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    await this.page.exposeFunction('kinfoldCounts', (kind: 'clicks' | 'keys') => {
      this[kind]++;
    });
    await this.page.addInitScript(`
      addEventListener('click', (event) => { if (event.isTrusted && event.detail > 0) kinfoldCounts('clicks'); }, true);
      addEventListener('keydown', (event) => { if (event.isTrusted) kinfoldCounts('keys'); }, true);
    `);
  }
}
