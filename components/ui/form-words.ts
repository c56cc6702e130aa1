import type { Locale } from '@/lib/i18n/locale';
import type { PluralForms } from '@/lib/i18n/plural';

/** Every sentence a form may need to say by itself; built on the server by `formWords`. */
export type FormWords = {
  locale: Locale;
  /** Not saved yet: {n} fields need a change. */
  notSaved: PluralForms;
  notSavedPlain: string;
  kept: string;
  unsaved: string;
  saving: string;
  leave: string;
  offline: string;
  /** The page is from before an update, and the server no longer knows its form. */
  outdated: string;
  signedOut: { title: string; body: string; open: string; close: string; href: string };
  conflict: {
    title: string;
    body: string;
    field: string;
    mine: string;
    theirs: string;
    keepMine: string;
    takeTheirs: string;
    close: string;
  };
};
