import { describe, expect, it } from 'vitest';
import { findPortalSession } from '@/lib/auth/portal-session';
import { signId } from '@/lib/auth/secrets';
import { forgetEnv } from '@/lib/env/env';
import { deadBecause, findLink, freshAddress, greetedName } from '@/lib/links/find-link';
import { endPortalSessions, revokeLinks } from '@/lib/links/revoke-links';
import { nameToGreet } from '@/lib/portal/greeting';
import { redeemLink } from '@/lib/portal/redeem-link';
import { BROWSER, makeContact, makeToken, makeWorld, signInClient } from './world';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('A link in a mail', () => {
  it('changes nothing when it is only read, however often a mail scanner does', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { id, token } = await makeToken(ctx, 'signIn', {
      partyId: party.id,
      documentId: invoice.id,
    });
    for (let i = 0; i < 5; i++) expect((await findLink(token))?.id).toBe(id);
    const link = await ctx.db.link.findUniqueOrThrow({ where: ctx.key(id) });
    expect(link.usedAt).toBeNull();
    expect(await ctx.db.portalSession.count()).toBe(0);
    expect(await ctx.db.event.count({ where: { kind: 'portal.signedIn' } })).toBe(0);
    expect(await ctx.db.documentView.count()).toBe(0);
  });

  it('signs in once when it was asked for, though twenty press the button at once', async () => {
    const { ctx, party } = await makeWorld();
    const { token } = await makeToken(ctx, 'signIn', { partyId: party.id });
    const presses = await Promise.allSettled(
      Array.from({ length: 20 }, () => redeemLink(token, BROWSER, ctx.now())),
    );
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const press of presses) {
      if (press.status === 'rejected')
        expect(press.reason).toMatchObject({ key: 'portal.errors.deadLink' });
    }
    expect(await ctx.db.portalSession.count()).toBe(1);
  });

  it('to a document opens it each time until it expires, each press a session of its own', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { token } = await makeToken(ctx, 'document', {
      partyId: party.id,
      documentId: invoice.id,
    });
    const first = await redeemLink(token, BROWSER, ctx.now());
    const second = await redeemLink(token, BROWSER, ctx.now());
    expect(first).toMatchObject({ slug: ctx.business.slug, documentId: invoice.id });
    expect(second.cookie).not.toBe(first.cookie);
    expect(await ctx.db.portalSession.count()).toBe(2);
    const expired = new Date(ctx.now().getTime() + (ctx.business.linkDays + 1) * DAY);
    await expect(redeemLink(token, BROWSER, expired)).rejects.toMatchObject({
      key: 'portal.errors.deadLink',
    });
  });

  it('that was asked for is dead after a quarter of an hour', async () => {
    const { ctx, party } = await makeWorld();
    const { token } = await makeToken(ctx, 'signIn', { partyId: party.id });
    const late = new Date(ctx.now().getTime() + 15 * MINUTE + 1000);
    const link = await findLink(token);
    expect(link && deadBecause(link, late)).toBe('expired');
    await expect(redeemLink(token, BROWSER, late)).rejects.toMatchObject({
      key: 'portal.errors.deadLink',
    });
  });

  it('that was revoked is dead at once, and so is every session it opened', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { id, token } = await makeToken(ctx, 'document', {
      partyId: party.id,
      documentId: invoice.id,
    });
    const { cookie } = await redeemLink(token, BROWSER, ctx.now());
    expect(await findPortalSession(ctx.business.id, cookie, ctx.now())).not.toBeNull();
    expect(await revokeLinks(ctx, { partyId: party.id, linkId: id })).toBe(1);
    expect(await findPortalSession(ctx.business.id, cookie, ctx.now())).toBeNull();
    await expect(redeemLink(token, BROWSER, ctx.now())).rejects.toMatchObject({
      key: 'portal.errors.deadLink',
    });
  });

  it('of a person who was archived is dead, and so are their sessions', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const contact = await makeContact(ctx, party.id, 'hannah@ashcombebrewery.example');
    const holder = { partyId: party.id, contactId: contact.id, documentId: invoice.id };
    const { token } = await makeToken(ctx, 'document', holder);
    const { cookie } = await redeemLink(token, BROWSER, ctx.now());
    await ctx.db.contact.update({ where: ctx.key(contact.id), data: { archivedAt: ctx.now() } });
    expect(await findPortalSession(ctx.business.id, cookie, ctx.now())).toBeNull();
    await expect(redeemLink(token, BROWSER, ctx.now())).rejects.toMatchObject({
      key: 'portal.errors.deadLink',
    });
    const link = await findLink(token);
    expect(link && freshAddress(link)).toBeNull();
  });

  it('is renewed to the address that is stored today, not to the one it was sent to', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { token } = await makeToken(ctx, 'document', {
      partyId: party.id,
      documentId: invoice.id,
    });
    await ctx.db.party.update({
      where: ctx.key(party.id),
      data: { email: 'new@ashcombe.example' },
    });
    const link = await findLink(token);
    expect(link && freshAddress(link)).toBe('new@ashcombe.example');
  });

  it('comes in the language its reader chose the last time', async () => {
    const { ctx, party } = await makeWorld();
    const { client } = await signInClient(ctx, { partyId: party.id });
    expect(client.locale).toBe('en');
    await ctx.db.portalSession.update({ where: ctx.key(client.sessionId), data: { locale: 'ar' } });
    const again = await signInClient(ctx, { partyId: party.id });
    expect(again.client.locale).toBe('ar');
  });
});

describe('A token', () => {
  it.each([
    ['cut short by a mail program', (token: string) => token.slice(0, -1)],
    [
      'with a letter changed',
      (token: string) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`,
    ],
    ['with something added', (token: string) => `${token}A`],
    ['of nothing', () => ''],
    ['of garbage', () => '../../etc/passwd'],
    ['that is only the id', (_: string, id: string) => id],
    ['made for another purpose', (_: string, id: string) => signId('reset', id)],
    ['made for an invitation', (_: string, id: string) => signId('invitation', id)],
  ])('%s is no token', async (_, change) => {
    const { ctx, party } = await makeWorld();
    const { id, token } = await makeToken(ctx, 'signIn', { partyId: party.id });
    expect(await findLink(change(token, id))).toBeNull();
    await expect(redeemLink(change(token, id), BROWSER, ctx.now())).rejects.toMatchObject({
      key: 'portal.errors.deadLink',
    });
  });

  it('of another instance, with another secret, is no token', async () => {
    const { ctx, party } = await makeWorld();
    const { id } = await makeToken(ctx, 'signIn', { partyId: party.id });
    const own = process.env.PORTICO_SECRET;
    process.env.PORTICO_SECRET = 'another-instance-0123456789abcdef-0123456789abcdef';
    forgetEnv();
    const foreign = signId('link', id);
    process.env.PORTICO_SECRET = own;
    forgetEnv();
    expect(await findLink(foreign)).toBeNull();
  });

  it('is stored nowhere, and neither is a cookie', async () => {
    const { ctx, party } = await makeWorld();
    const { token } = await makeToken(ctx, 'signIn', { partyId: party.id });
    const { cookie } = await redeemLink(token, BROWSER, ctx.now());
    const rows = JSON.stringify([
      await ctx.db.link.findMany(),
      await ctx.db.portalSession.findMany(),
      await ctx.db.event.findMany({ select: { data: true, actorName: true } }),
    ]);
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(cookie);
  });
});

describe('A session of a client', () => {
  it('is over after thirty days', async () => {
    const { ctx, party } = await makeWorld();
    const { cookie } = await signInClient(ctx, { partyId: party.id });
    const later = new Date(ctx.now().getTime() + 30 * DAY + MINUTE);
    expect(await findPortalSession(ctx.business.id, cookie, later)).toBeNull();
  });

  it('calls its person as their own script does, and greets them as a letter would', async () => {
    const { ctx, party } = await makeWorld();
    const names = [
      { givenName: '雅雯', familyName: '林', locale: 'zh', called: '林雅雯', greeted: '林雅雯' },
      { givenName: 'رنا', familyName: 'حداد', locale: 'ar', called: 'رنا حداد', greeted: 'رنا' },
    ] as const;
    for (const { givenName, familyName, locale, called, greeted } of names) {
      const { id } = await makeContact(ctx, party.id, `${familyName}@ashcombebrewery.example`);
      await ctx.db.contact.update({ where: ctx.key(id), data: { givenName, familyName } });
      const { client } = await signInClient(ctx, { partyId: party.id, contactId: id });
      expect(client.actor.name).toBe(called);
      expect(await nameToGreet({ ...client, locale })).toBe(greeted);
      const { token } = await makeToken(ctx, 'signIn', { partyId: party.id, contactId: id });
      const link = await findLink(token);
      expect(link && (await greetedName(link, locale))).toBe(greeted);
    }
  });

  it('is worth nothing at another business', async () => {
    const { ctx, party } = await makeWorld();
    const other = await makeWorld();
    const { cookie } = await signInClient(ctx, { partyId: party.id });
    expect(await findPortalSession(other.ctx.business.id, cookie, ctx.now())).toBeNull();
  });

  it('is ended by its owner from the next request on, alone or with all others', async () => {
    const { ctx, party } = await makeWorld();
    const one = await signInClient(ctx, { partyId: party.id });
    const two = await signInClient(ctx, { partyId: party.id });
    const three = await signInClient(ctx, { partyId: party.id });
    await endPortalSessions(ctx, { partyId: party.id, id: one.client.sessionId });
    expect(await findPortalSession(ctx.business.id, one.cookie, ctx.now())).toBeNull();
    expect(await findPortalSession(ctx.business.id, two.cookie, ctx.now())).not.toBeNull();
    await endPortalSessions(ctx, { partyId: party.id, except: three.client.sessionId });
    expect(await findPortalSession(ctx.business.id, two.cookie, ctx.now())).toBeNull();
    expect(await findPortalSession(ctx.business.id, three.cookie, ctx.now())).not.toBeNull();
  });
});
