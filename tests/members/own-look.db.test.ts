import { describe, expect, test } from 'vitest';
import { unscopedDb } from '@/lib/db/client';
import { chooseOwnLanguage } from '@/lib/members/choose-own-language';
import { chooseOwnTheme } from '@/lib/members/choose-own-theme';
import { findProfile } from '@/lib/members/queries';
import { updateProfile } from '@/lib/members/update-profile';
import { owner } from './world';

describe('Language and look chosen in the menu', () => {
  test('are stored with the person, and with nobody else', async () => {
    const { user } = await owner('Menu');
    const { user: other } = await owner('Bystander');
    await chooseOwnLanguage(user.id, 'ar');
    await chooseOwnTheme(user.id, 'DARK');
    expect(await findProfile(user.id)).toMatchObject({ locale: 'ar', theme: 'DARK' });
    expect(await findProfile(other.id)).toMatchObject({ locale: 'en', theme: 'SYSTEM' });
  });

  test('are not undone by a profile form that was open all the while', async () => {
    const { user } = await owner('Open form');
    const { version, name, locale, theme } = await findProfile(user.id);
    await chooseOwnTheme(user.id, 'DARK');
    await expect(updateProfile(user.id, { name, locale, theme, version })).rejects.toMatchObject({
      name: 'Stale',
      theirs: { theme: 'DARK' },
    });
  });

  test('chosen again change nothing, so that an open form stays good', async () => {
    const { user } = await owner('Twice');
    await chooseOwnTheme(user.id, 'LIGHT');
    const before = await unscopedDb().user.findUniqueOrThrow({ where: { id: user.id } });
    await chooseOwnTheme(user.id, 'LIGHT');
    expect(await unscopedDb().user.findUniqueOrThrow({ where: { id: user.id } })).toEqual(before);
  });
});
