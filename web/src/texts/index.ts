import i18next from 'i18next';
import en from './en.json';

type Base<K extends string> = K extends `${infer Name}_one` ? Name : K extends `${infer Name}_other` ? Name : K;
type Keys<T> = { [K in keyof T & string]: T[K] extends string ? Base<K> : `${K}.${Keys<T[K]>}` }[keyof T & string];

/** The name of a text in `en.json`. */
export type TextKey = Keys<typeof en>;

void i18next.init({
  lng: 'en', fallbackLng: 'en', resources: { en: { translation: en } }, initAsync: false,
  interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
});

/** A text in the language of the page. A value named `count` chooses between one and many. */
export const t = (key: TextKey, values?: Record<string, string | number>): string => i18next.t(key as string, values);

/** The text of a word that the server sends, or the word itself when it has none. */
export const word = (section: keyof typeof en, value: string): string =>
  i18next.exists(`${section}.${value}`) ? i18next.t(`${section}.${value}`) : value;
