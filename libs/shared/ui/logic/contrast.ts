/** A colour as the tokens write it: lightness 0 to 1, chroma from 0, hue in degrees. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

/** One channel per part, linear light; inside the sRGB gamut each is 0 to 1. */
export type LinearRgb = readonly [number, number, number];

/**
 * OKLCH to linear sRGB.
 * Source: B. Ottosson, "A perceptual color space for image processing" (2020), the matrices of CSS Color 4, section 9.
 */
export function linearRgb(colour: Oklch): LinearRgb {
  const angle = (colour.hue * Math.PI) / 180;
  const a = colour.chroma * Math.cos(angle);
  const b = colour.chroma * Math.sin(angle);
  const long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (colour.lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** Whether a screen can show the colour as it is written; a hair of rounding is allowed. */
export function isInGamut(colour: Oklch): boolean {
  return linearRgb(colour).every((channel) => channel >= -0.002 && channel <= 1.002);
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it; linear channels, so no transfer function is left to undo. */
export function luminance(colour: Oklch): number {
  const [red, green, blue] = linearRgb(colour).map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The contrast of two colours, 1 to 21, whichever is the lighter (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Oklch, other: Oklch): number {
  const [lower = 0, higher = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (higher + 0.05) / (lower + 0.05);
}

/** The light and the dark value of every opaque colour token in a style sheet. */
export type TokenPairs = ReadonlyMap<string, { readonly light: Oklch; readonly dark: Oklch }>;

const NUMBER = '([\\d.]+)';
const COLOUR = `oklch\\(${NUMBER} ${NUMBER} ${NUMBER}\\)`;
const TOKEN = new RegExp(`--kf-([\\w-]+):\\s*light-dark\\(${COLOUR}, ${COLOUR}\\);`, 'g');

/**
 * Reads the tokens of `theme/tokens.css`.
 * @param css the whole file
 */
export function readTokens(css: string): TokenPairs {
  const tokens = new Map<string, { light: Oklch; dark: Oklch }>();
  for (const [, name = '', ...numbers] of css.matchAll(TOKEN)) {
    const [l1 = NaN, c1 = NaN, h1 = NaN, l2 = NaN, c2 = NaN, h2 = NaN] = numbers.map(Number);
    tokens.set(name, { light: { lightness: l1, chroma: c1, hue: h1 }, dark: { lightness: l2, chroma: c2, hue: h2 } });
  }
  return tokens;
}
