import type en from './en.json';
import first from './en.json?first';

type Base<K extends string> = K extends `${infer Name}_one` ? Name : K extends `${infer Name}_other` ? Name : K;
type Keys<T> = { [K in keyof T & string]: T[K] extends string ? Base<K> : `${K}.${Keys<T[K]>}` }[keyof T & string];

/** The name of a text in `en.json`. */
export type TextKey = Keys<typeof en>;

const language = 'en';
const texts = { ...first };
/** Adds the texts of what is fetched later; see `scripts/texts.mjs`. */
export const addTexts = (more: typeof first) => void Object.assign(texts, more);

const plurals = new Intl.PluralRules(language);

const find = (key: string, form = '') => {
  const dot = key.indexOf('.');
  return texts[key.slice(0, dot)]?.[key.slice(dot + 1) + form];
};

/** A text in the language of the page. A value named `count` chooses between one and many: `rows_one`, `rows_other`. */
export function t(key: TextKey, values?: Record<string, string | number>): string {
  const form = values && typeof values['count'] === 'number' ? find(key, `_${plurals.select(values['count'])}`) ?? find(key, '_other') : undefined;
  const text = form ?? find(key) ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (all, name: string) => (name in values ? String(values[name]) : all)) : text;
}

/** The text of a word that the server sends, or the word itself when it has none. */
export const word = (section: keyof typeof en, value: string): string => texts[section]?.[value] ?? value;

/** The words of a section, in their order. A test of the server holds that they are those it sends. */
export const words = (section: keyof typeof en): string[] => Object.keys(texts[section] ?? {});
