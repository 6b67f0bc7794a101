import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

type Colour = readonly [number, number, number];

const tokens = readFileSync(resolve(import.meta.dirname, '../../assets/tokens.css'), 'utf8');

/** Linear sRGB of an OKLCH colour, out-of-gamut channels cut off. https://bottosson.github.io/posts/oklab/ */
function fromOklch(lightness: number, chroma: number, hue: number): Colour {
  const [a, b] = [Math.cos, Math.sin].map((part) => chroma * part((hue * Math.PI) / 180)) as [
    number,
    number,
  ];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels: Colour = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return channels.map((value) => Math.min(1, Math.max(0, value))) as unknown as Colour;
}

function fromHex(hex: string): Colour {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as unknown as Colour;
}

function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [one, other]
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((first, second) => first - second) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function pair(name: string): [string, string] {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
  return [light ?? '', dark ?? ''];
}

describe('colours', () => {
  const oklch = [...tokens.matchAll(/oklch\((\d+)% ([\d.]+) var\(--hue\)\)/g)];

  it.each([
    ['light', 0],
    ['dark', 1],
  ])('let every tag be read on paper and sheet, %s', (_, theme) => {
    const [, lightness, chroma] = oklch[theme] ?? [];
    const hues = Array.from({ length: 360 }, (__, hue) =>
      fromOklch(Number(lightness) / 100, Number(chroma), hue),
    );
    const grounds = ['paper', 'sheet'].map((name) => fromHex(pair(name)[theme] ?? ''));
    const worst = Math.min(...grounds.flatMap((on) => hues.map((hue) => contrast(hue, on))));
    expect(worst).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['ink', 'paper', 4.5],
    ['ink-2', 'paper', 4.5],
    ['ink-2', 'sheet', 4.5],
    ['accent', 'paper', 4.5],
    ['accent', 'accent-soft', 4.5],
    ['on-accent', 'accent', 4.5],
    ['reading', 'paper', 4.5],
    ['read', 'paper', 4.5],
    ['edge', 'paper', 3],
    ['edge', 'sheet', 3],
  ])('tell %s from %s', (name, ground, least) => {
    for (const theme of [0, 1] as const)
      expect(
        contrast(fromHex(pair(name)[theme]), fromHex(pair(ground)[theme])),
      ).toBeGreaterThanOrEqual(least);
  });
});
