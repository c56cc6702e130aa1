import { describe, expect, test } from 'vitest';
import { findMailServer, openMailServer, saveMailServer } from '@/lib/businesses/mail-server';
import { openStripeConnection, saveStripeConnection } from '@/lib/businesses/stripe-connection';
import { unscopedDb } from '@/lib/db/client';
import { owner } from '../members/world';

let count = 0;
const someone = () => owner(`Keeper ${++count}`);

describe('Secrets', () => {
  const server = {
    version: '',
    host: 'smtp.example.com',
    port: 587,
    security: 'starttls',
    username: 'box',
    password: 'very secret',
    fromEmail: 'a@example.com',
    fromName: 'A',
  } as const;

  test('of the mail server are stored sealed, opened for sending, and never shown', async () => {
    const ctx = await someone();
    await saveMailServer(ctx, server);
    expect((await openMailServer(ctx))?.server.pass).toBe('very secret');
    expect(JSON.stringify(await findMailServer(ctx))).not.toMatch(/secret|Sealed/);
    const row = await unscopedDb().mailServer.findFirstOrThrow({
      where: { businessId: ctx.business.id },
    });
    expect(row.passwordSealed).not.toContain('very secret');
    const event = await ctx.db.event.findFirstOrThrow({ where: { kind: 'connection.changed' } });
    expect(JSON.stringify(event.data)).not.toContain('very secret');
  });

  test('typed for one mail server are not sent to another', async () => {
    const ctx = await someone();
    await saveMailServer(ctx, server);
    const elsewhere = { ...server, version: '1', password: '', host: 'smtp.attacker.example' };
    await expect(saveMailServer(ctx, elsewhere)).rejects.toMatchObject({ field: 'password' });
    await saveMailServer(ctx, { ...elsewhere, host: server.host, fromName: 'B' });
    expect((await openMailServer(ctx))?.server.pass).toBe('very secret');
  });

  test('copied into another business’s row open nothing', async () => {
    const [ctx, thief] = [await someone(), await someone()];
    await saveMailServer(ctx, server);
    await saveMailServer(thief, server);
    const { passwordSealed } = await unscopedDb().mailServer.findFirstOrThrow({
      where: { businessId: ctx.business.id },
    });
    await unscopedDb().mailServer.update({
      where: { businessId: thief.business.id },
      data: { passwordSealed },
    });
    await expect(openMailServer(thief)).rejects.toThrow();
  });

  test.each([
    ['pk_test_1234567890', 'settings.payments.refused.publishable'],
    ['hello', 'settings.payments.refused.shape'],
  ])('like %s are no Stripe key', async (secretKey, key) => {
    const ctx = await someone();
    const input = { version: '', secretKey, webhookSecret: 'whsec_12345678' };
    await expect(saveStripeConnection(ctx, input)).rejects.toMatchObject({
      key,
      field: 'secretKey',
    });
    expect(await openStripeConnection(ctx)).toBeNull();
  });
});
