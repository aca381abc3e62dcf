const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000], ['month', 2_629_800_000], ['week', 604_800_000], ['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000],
];

/** "2 hours ago", "in 3 days"; within a minute "now". */
export function ago(time: string, now: number, locale?: string): string {
  const passed = Date.parse(time) - now;
  if (Number.isNaN(passed)) return '';
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = units.find(([, length]) => Math.abs(passed) >= length);
  return unit ? format.format(Math.trunc(passed / unit[1]), unit[0]) : format.format(0, 'second');
}

/** What is meant as a day is kept as its midnight in UTC: elsewhere that may be another day's evening. */
const isDay = (time: string) => Date.parse(time) % 86_400_000 === 0;

/** "21 Nov 2026" */
export const day = (time: string, locale?: string) => date(time, { dateStyle: 'medium', ...(isDay(time) ? { timeZone: 'UTC' } : {}) }, locale);
/** The last day of what ends then: an end at the beginning of a day belongs to the day before. */
export const lastDay = (end: string, locale?: string) => day(isDay(end) ? new Date(Date.parse(end) - 86_400_000).toISOString() : end, locale);
/** "21 Nov 2026, 14:05" */
export const minute = (time: string, locale?: string) => date(time, { dateStyle: 'medium', timeStyle: 'short' }, locale);
/** "21 Nov 2026, 14:05:33 UTC" */
export const exact = (time: string, locale?: string) => date(time, { dateStyle: 'medium', timeStyle: 'long' }, locale);

function date(time: string, style: Intl.DateTimeFormatOptions, locale?: string): string {
  const value = new Date(time);
  return Number.isNaN(value.getTime()) ? '' : new Intl.DateTimeFormat(locale, style).format(value);
}

/** 12 s, 3 min 20 s, 2 h 5 min */
export function lasting(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min${seconds % 60 ? ` ${seconds % 60} s` : ''}`;
  const minutes = Math.floor((seconds % 3600) / 60);
  return `${Math.floor(seconds / 3600)} h${minutes ? ` ${minutes} min` : ''}`;
}

export const count = (value: number, locale?: string) => new Intl.NumberFormat(locale).format(value);
