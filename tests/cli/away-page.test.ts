import { expect, test } from 'vitest';
import { awayPage } from '@/lib/cli/away-page';
import { direction, htmlLang, LOCALES } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translate';

test.for(LOCALES)('The page of a database that is away says so in %s and tries again', (locale) => {
  const page = awayPage(locale, { wasSent: false });
  expect(page).toContain(`<html lang="${htmlLang(locale)}" dir="${direction(locale)}">`);
  expect(page).toContain(`<h1>${translator(locale)('common.away.title')}</h1>`);
  expect(page).toContain('http-equiv="refresh" content="5"');
});

test('After a form was sent it does not reload, which would lose what was typed', () => {
  const page = awayPage('en', { wasSent: true });
  expect(page).not.toContain('http-equiv="refresh"');
  expect(page).toContain('Go back');
});
