import type { Locale } from '@/lib/i18n/locale';
import { forms } from '@/lib/i18n/plural';
import type { T } from '@/lib/i18n/translate';
import type { ComboboxWords } from './combobox';
import type { FormWords } from './form-words';
import type { ListWords } from './record-list';

/** The sentences of every form, finished for the browser. Server only, like everything that takes `t`. */
export function formWords(t: T, locale: Locale): FormWords {
  return {
    locale,
    notSaved: forms(t, 'common.form.notSaved'),
    notSavedPlain: t('common.form.notSavedPlain'),
    kept: t('common.form.kept'),
    unsaved: t('common.form.unsaved'),
    saving: t('common.form.saving'),
    leave: t('common.form.leave'),
    offline: t('common.form.offline'),
    outdated: t('common.form.outdated'),
    signedOut: {
      title: t('common.form.signedOut.title'),
      body: t('common.form.signedOut.body'),
      open: t('common.form.signedOut.open'),
      close: t('common.form.signedOut.close'),
      href: '/sign-in',
    },
    conflict: {
      title: t('common.form.conflict.title'),
      body: t('common.form.conflict.body'),
      field: t('common.form.conflict.field'),
      mine: t('common.form.conflict.mine'),
      theirs: t('common.form.conflict.theirs'),
      keepMine: t('common.form.conflict.keepMine'),
      takeTheirs: t('common.form.conflict.takeTheirs'),
      close: t('common.close'),
    },
  };
}

/** The sentences of every list of records. */
export function listWords(t: T, locale: Locale): ListWords {
  return {
    locale,
    selected: forms(t, 'common.list.selected'),
    selectAll: t('common.list.selectAll'),
    clear: t('common.list.clear'),
    sums: t('common.list.sums'),
    newer: t('common.list.newer'),
    older: t('common.list.older'),
    pages: t('common.list.pages'),
  };
}

/** The sentences of a look-up; `create` is the row that makes a new record. */
export function comboboxWords(t: T, create?: string): ComboboxWords {
  return {
    empty: t('common.combobox.empty'),
    loading: t('common.combobox.loading'),
    failed: t('common.combobox.failed'),
    create,
  };
}

/** The labels of a date field. */
export function dateWords(t: T): { pickLabel: string; invalidLabel: string } {
  return { pickLabel: t('common.date.pick'), invalidLabel: t('common.date.invalid') };
}
