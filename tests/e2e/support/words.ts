import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'use-intl/core';
import { type Locale, languageTag } from '@/lib/i18n/locale';

/** Says a message as the product does in a language, so that tests look for the words a person would look for. */
export function words(
  locale: Locale,
): (key: string, values?: Record<string, string | number>) => string {
  const namespaces = new Map<
    string,
    (key: string, values?: Record<string, string | number>) => string
  >();
  return (key, values) => {
    const [namespace = '', ...rest] = key.split('.');
    let say = namespaces.get(namespace);
    if (!say) {
      const file = join('lib/i18n/messages', locale, `${namespace}.json`);
      const messages = JSON.parse(readFileSync(file, 'utf8'));
      say = createTranslator<Record<string, unknown>>({
        locale: languageTag(locale),
        messages,
        onError(error) {
          throw error;
        },
      }) as (key: string, values?: Record<string, string | number>) => string;
      namespaces.set(namespace, say);
    }
    return say(rest.join('.'), values);
  };
}

/** A sentence as a pattern: exact but for its variables, which were filled with '¤'. */
export function patternOf(sentence: string): RegExp {
  return new RegExp(`^${sentence.split('¤').map(escaped).join('.+')}$`);
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
