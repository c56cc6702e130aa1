import type { T } from '@/lib/i18n/translate';

/** Every sentence the staff frame says by itself. */
export type FrameWords = ReturnType<typeof frameWords>;

/** Builds them, on the server. */
export function frameWords(t: T) {
  return {
    skip: t('frame.skip'),
    main: t('frame.main'),
    search: t('frame.search'),
    searchHint: t('frame.searchHint'),
    searchEmpty: t('frame.searchEmpty'),
    searchFailed: t('frame.searchFailed'),
    searching: t('frame.searching'),
    found: { clients: t('frame.found.clients'), invoices: t('frame.found.invoices') },
    goTo: t('frame.goTo'),
    make: t('frame.make'),
    create: t('frame.new'),
    collapse: t('frame.collapse'),
    expand: t('frame.expand'),
    more: t('frame.more'),
    businesses: t('frame.businesses'),
    allBusinesses: t('frame.allBusinesses'),
    account: t('frame.account'),
    language: t('frame.language'),
    theme: t('frame.theme'),
    themes: {
      system: t('frame.themes.system'),
      light: t('frame.themes.light'),
      dark: t('frame.themes.dark'),
    },
    signOut: t('frame.signOut'),
    messages: t('frame.messages'),
    close: t('common.close'),
    failed: t('common.failed'),
  };
}
