import { describe, expect, test } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translate';
import { PERMISSIONS, ROLES, roleMay } from '@/lib/permissions/permissions';

describe('The table of permissions', () => {
  test.each(LOCALES)('has a sentence for each permission and role in %s', (locale) => {
    const t = translator(locale);
    const sentences = [
      ...PERMISSIONS.map((permission) => t(`members.permissions.${permission}`)),
      ...ROLES.map((role) => t(`members.roles.${role}.sentence`)),
    ];
    expect(new Set(sentences).size).toBe(PERMISSIONS.length + ROLES.length);
  });

  test('lets an owner do everything', () => {
    expect(PERMISSIONS.filter((permission) => !roleMay('OWNER', permission))).toEqual([]);
  });

  test('lets an accountant read money and change nothing', () => {
    const may = PERMISSIONS.filter((permission) => roleMay('ACCOUNTANT', permission));
    expect(may).toContain('invoices.read');
    expect(may).toContain('payments.read');
    expect(may.filter((permission) => !permission.endsWith('.read'))).toEqual([]);
    expect(roleMay('ACCOUNTANT', 'notes.read')).toBe(false);
  });

  test('keeps the team, the mail server and Stripe to owners', () => {
    for (const role of ['MANAGER', 'MEMBER', 'ACCOUNTANT'] as const) {
      expect(roleMay(role, 'members.manage')).toBe(false);
      expect(roleMay(role, 'settings.connections')).toBe(false);
    }
  });

  test('lets a member do the daily work, and neither void nor take back nor set anything up', () => {
    const mayNot = PERMISSIONS.filter((permission) => !roleMay('MEMBER', permission));
    expect(mayNot.sort()).toEqual([
      'invoices.void',
      'members.manage',
      'members.read',
      'payments.undo',
      'settings.connections',
      'settings.read',
      'settings.write',
    ]);
  });
});
