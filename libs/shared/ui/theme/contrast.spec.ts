import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast, isInGamut, readTokens, type Oklch } from '../logic/contrast';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const tokens = readTokens(css);
const schemes = ['light', 'dark'] as const;

const PAPERS = ['paper', 'paper-raised', 'paper-sunken'];
const TONES = ['spruce', 'clay', 'slate', 'amber', 'brick'];
const MARKS = Array.from({ length: 8 }, (_, mark) => `mark-${mark + 1}`);
const SURFACES = TONES.map((tone) => `${tone}-surface`);

/** What is read on what: at least 4.5:1 (WCAG 2.2, 1.4.3). */
const TEXTS: readonly (readonly [string, string])[] = [
  ...pairs(['ink', 'ink-soft'], PAPERS),
  ...pairs(['ink'], SURFACES),
  ...TONES.flatMap((tone) => pairs([`${tone}-text`], [`${tone}-surface`, ...PAPERS])),
  ['on-spruce', 'spruce-solid'],
  ['on-spruce', 'spruce-solid-hover'],
  ['on-brick', 'brick-solid'],
  ['on-brick', 'brick-solid-hover'],
  ...pairs(['on-mark'], MARKS),
];

/** What must be seen as a shape against what: at least 3:1 (WCAG 2.2, 1.4.11). */
const SHAPES: readonly (readonly [string, string])[] = [
  ...pairs(['line-strong', 'focus', 'spruce-solid', 'brick-solid'], PAPERS),
  ...TONES.flatMap((tone) => pairs([`${tone}-border`], [`${tone}-surface`, ...PAPERS])),
  ...pairs(MARKS, PAPERS),
];

function pairs(fronts: readonly string[], backs: readonly string[]): (readonly [string, string])[] {
  return fronts.flatMap((front) => backs.map((back) => [front, back] as const));
}

function token(name: string, scheme: (typeof schemes)[number]): Oklch {
  const found = tokens.get(name);
  if (found === undefined) throw new Error(`There is no token --kf-${name}.`);
  return found[scheme];
}

describe('contrast', () => {
  it('is that of WCAG when the colours are known', () => {
    const white = { lightness: 1, chroma: 0, hue: 0 };
    const black = { lightness: 0, chroma: 0, hue: 0 };
    // sRGB #767676, the darkest grey that still passes on white: 4.54.
    const grey = { lightness: 0.5674, chroma: 0, hue: 0 };
    expect(contrast(white, black)).toBeCloseTo(21, 5);
    expect(contrast(grey, white)).toBeCloseTo(4.54, 1);
    // sRGB red: luminance 0.2126.
    expect(contrast({ lightness: 0.62796, chroma: 0.25768, hue: 29.234 }, white)).toBeCloseTo(1.05 / 0.2626, 2);
  });
});

describe.each(schemes)('colour tokens, %s', (scheme) => {
  it.each(TEXTS)('can be read when %s stands on %s', (front, back) => {
    expect(contrast(token(front, scheme), token(back, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)('can be seen when %s lies on %s', (front, back) => {
    expect(contrast(token(front, scheme), token(back, scheme))).toBeGreaterThanOrEqual(3);
  });

  it.each([...tokens.keys()])('are shown as written when the screen is sRGB: %s', (name) => {
    expect(isInGamut(token(name, scheme))).toBe(true);
  });
});

describe('tokens.css', () => {
  it('has no colour outside the pairs above when a token is added', () => {
    const drawn = new Set([...TEXTS, ...SHAPES].flat());
    // A hairline only decorates; nothing is understood from it alone.
    const decoration = ['line'];
    expect([...tokens.keys()].filter((name) => !drawn.has(name) && !decoration.includes(name))).toEqual([]);
  });

  it('leaves no colour unread when it is written another way', () => {
    const written = [...css.matchAll(/--kf-([\w-]+):\s*light-dark\(/g)].map(([, name]) => name);
    // Translucent, so it has no contrast of its own.
    expect(written.filter((name) => name !== 'veil')).toEqual([...tokens.keys()]);
  });
});
