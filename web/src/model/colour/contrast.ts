/** A colour in linear light, each part from 0 to 1. */
export type Linear = readonly [number, number, number];

export function linear(hex: string): Linear {
  const value = Number.parseInt(hex.replace('#', ''), 16);
  const part = (shift: number) => {
    const s = ((value >> shift) & 255) / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  };
  return [part(16), part(8), part(0)];
}

const luminance = ([r, g, b]: Linear) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** The contrast of two colours as WCAG counts it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The ink that stands out more on a colour. */
export const inkOn = (colour: string): string => (contrast(colour, '#FFFFFF') >= contrast(colour, '#0A0D10') ? '#FFFFFF' : '#0A0D10');

export type Sight = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia';
export const sights: readonly Sight[] = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'];

// Machado, Oliveira and Fernandes 2009, severity 1.
const seen: Record<Exclude<Sight, 'normal'>, readonly number[]> = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** How a colour looks to somebody who lacks a kind of cones. */
export function asSeen(colour: Linear, sight: Sight): Linear {
  if (sight === 'normal') return colour;
  const m = seen[sight];
  const row = (i: number) => Math.min(1, Math.max(0, m[i]! * colour[0] + m[i + 1]! * colour[1] + m[i + 2]! * colour[2]));
  return [row(0), row(3), row(6)];
}

/** A colour in OKLab, where equal distances look equally far. */
export function oklab([r, g, b]: Linear): Linear {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How far two colours look apart. */
export function distance(one: string, other: string, sight: Sight = 'normal'): number {
  const [a, b] = [oklab(asSeen(linear(one), sight)), oklab(asSeen(linear(other), sight))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
