import { createTranslator } from 'use-intl/core';
import { DEFAULT_LOCALE, type Locale, languageTag } from './locale';
import { MESSAGES, type Messages, type MessageTree } from './messages';

type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

/** The full path of a message, such as 'clients.list.title', known to the compiler from the English files. */
export type MessageKey = Leaves<Messages>;

/** What fills a message. Money and dates come already formatted (`f.money`, `f.date`). */
export type MessageValues = Record<string, string | number | bigint | boolean>;

/** Says a message in one language. */
export type T = (key: MessageKey, values?: MessageValues) => string;

const translators = new Map<Locale, T>();

/**
 * The translator of a language. A missing or broken message throws in tests; in production it is
 * logged and said in English, so that a page never fails over a word.
 */
export function translator(locale: Locale): T {
  let translate = translators.get(locale);
  if (!translate) {
    translate = translatorOf(MESSAGES, locale);
    translators.set(locale, translate);
  }
  return translate;
}

/** A translator over any message files; `translator` is the one to use outside tests. */
export function translatorOf(messages: Record<Locale, MessageTree>, locale: Locale): T {
  const say = speaker(messages[locale], locale);
  const sayInEnglish =
    locale === DEFAULT_LOCALE ? say : speaker(messages[DEFAULT_LOCALE], DEFAULT_LOCALE);
  return (key, values) => say(key, values) ?? sayInEnglish(key, values) ?? key;
}

type Speaker = (key: string, values?: MessageValues) => string | null;

function speaker(messages: MessageTree, locale: Locale): Speaker {
  let broken = false;
  const translate = createTranslator<Record<string, unknown>>({
    locale: languageTag(locale),
    messages,
    // Dates reach messages as text; the zone only keeps the library from asking for one.
    timeZone: 'UTC',
    onError(error) {
      broken = true;
      report(`Message in ${locale}: ${error.message}`);
    },
  }) as (key: string, values?: Record<string, unknown>) => string;
  return (key, values) => {
    broken = false;
    const said = translate(key, values);
    return broken ? null : said;
  };
}

function report(problem: string): void {
  if (process.env.NODE_ENV === 'test') throw new Error(problem);
  console.error(problem);
}
