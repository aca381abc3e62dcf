import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, distance, inkOn, sights } from './contrast';
import { categories } from './palettes';

/** The custom properties of a scheme, as they stand in the app's style sheet. */
function tokens(scheme: 'light' | 'dark'): Record<string, string> {
  const css = readFileSync(new URL('../../theme/tokens.css', import.meta.url), 'utf8');
  const block = new RegExp(`scheme='${scheme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9A-F]{6})/g)].map(match => [match[1]!, match[2]!]));
}

describe.each(['light', 'dark'] as const)('the %s scheme', scheme => {
  const token = tokens(scheme);
  const onBoth = (name: string) => Math.min(contrast(token[name]!, token['bg']!), contrast(token[name]!, token['surface']!));

  it.each(['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn', 'bad'])('has readable %s on background, surface and hover', name => {
    expect(onBoth(name)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token[name]!, token['hover']!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['good', 'warn', 'bad', 'accent'])('has readable %s on its soft ground', name =>
    expect(contrast(token[name]!, token[`${name}-soft`]!)).toBeGreaterThanOrEqual(4.5));

  it('has readable ink on accents', () => {
    expect(contrast(token['on-accent']!, token['accent']!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token['on-bad']!, token['bad']!)).toBeGreaterThanOrEqual(4.5);
  });

  it('has controls whose edge can be seen', () => expect(onBoth('control-border')).toBeGreaterThanOrEqual(2.9));

  const { colours, others } = categories[scheme];

  it('has data colours that stand out from the ground', () => {
    for (const colour of [...colours, others]) {
      expect(contrast(colour, token['bg']!)).toBeGreaterThanOrEqual(3.1);
      expect(contrast(colour, token['surface']!)).toBeGreaterThanOrEqual(2.9);
    }
  });

  it('has data colours that carry a label', () => {
    for (const colour of [...colours, others]) expect(contrast(colour, inkOn(colour))).toBeGreaterThanOrEqual(4.4);
  });

  it.each(sights)('has data colours that are told apart with %s sight', sight => {
    const nearest = Math.min(...colours.flatMap((one, i) => colours.slice(i + 1).map(other => distance(one, other, sight))));
    expect(nearest).toBeGreaterThanOrEqual(0.085);
  });
});

describe('contrast', () => {
  it('is 21 between black and white', () => expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5));
  it('does not depend on the order', () => expect(contrast('#2F5FD0', '#FFFFFF')).toBe(contrast('#FFFFFF', '#2F5FD0')));
});
