import { describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { findPortalSession } from '@/lib/auth/portal-session';
import { signId } from '@/lib/auth/secrets';
import { newId } from '@/lib/db/new-id';
import { accessOf } from '@/lib/links/access';
import { findLink } from '@/lib/links/find-link';
import { LINK_PLACEHOLDER, linkUrl } from '@/lib/links/link-url';
import { endReportedSession } from '@/lib/portal/end-reported-session';
import { redeemLink } from '@/lib/portal/redeem-link';
import { BROWSER, makeContact, makeToken, makeWorld } from './world';

const OTHER = {
  userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/131.0',
  address: '203.0.113.9',
  device: null,
};

/** A document link that its owner has opened once, on their own device. */
async function opened() {
  const { ctx, party, invoice } = await makeWorld();
  const holder = { partyId: party.id, documentId: invoice.id };
  const link = await makeToken(ctx, 'document', holder);
  const mine = await redeemLink(link.token, BROWSER, ctx.now());
  return { ctx, party, holder, ...link, mine };
}

const notices = (ctx: StaffContext) =>
  ctx.db.message.findMany({ where: { kind: 'NEW_DEVICE' }, orderBy: { createdAt: 'asc' } });

/** The token behind the button of the newest notice. */
async function noticeToken(ctx: StaffContext): Promise<string> {
  const mail = (await notices(ctx)).at(-1);
  return linkUrl(String(mail?.linkId)).split('/l/')[1] ?? '';
}

const alive = async (ctx: StaffContext, cookie: string) =>
  (await findPortalSession(ctx.business.id, cookie, ctx.now())) !== null;

describe('A link opened on a device that its person has not used before', () => {
  it('is told to them by mail, with the device and a way to say it was not them', async () => {
    const { ctx, party, token } = await opened();
    expect(await notices(ctx)).toEqual([]);
    await redeemLink(token, OTHER, ctx.now());
    const [mail, ...more] = await notices(ctx);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ toEmail: party.email, partyId: party.id, cc: [] });
    expect(mail?.text).toContain('Firefox on Windows');
    expect(mail?.text).toContain('203.0.113.9');
    expect(mail?.text).toContain(LINK_PLACEHOLDER);
  });

  it('is not told again on that device, nor on the one they use', async () => {
    const { ctx, token, mine } = await opened();
    const theirs = await redeemLink(token, OTHER, ctx.now());
    await redeemLink(token, { ...OTHER, device: theirs.device }, ctx.now());
    await redeemLink(token, { ...BROWSER, device: mine.device }, ctx.now());
    expect(await notices(ctx)).toHaveLength(1);
  });

  it('is told to the address stored today, not to the one the link was sent to', async () => {
    const { ctx, party, token } = await opened();
    await ctx.db.party.update({
      where: ctx.key(party.id),
      data: { email: 'today@ashcombe.example' },
    });
    await redeemLink(token, OTHER, ctx.now());
    expect((await notices(ctx))[0]?.toEmail).toBe('today@ashcombe.example');
  });

  it('is no news to other people of the same client, nor to another client', async () => {
    const { ctx, party, holder } = await opened();
    const contact = await makeContact(ctx, party.id, 'hannah@ashcombebrewery.example');
    const { token } = await makeToken(ctx, 'document', { ...holder, contactId: contact.id });
    await redeemLink(token, OTHER, ctx.now());
    expect(await notices(ctx)).toEqual([]);
  });

  it('is told five times a day at most, however often somebody presses', async () => {
    const { ctx, token } = await opened();
    for (let n = 0; n < 8; n++) await redeemLink(token, OTHER, ctx.now());
    expect(await notices(ctx)).toHaveLength(5);
  });

  it('shows nothing that whoever pressed has made up', async () => {
    const { ctx, token } = await opened();
    const userAgent = '<b>Call +1 900 555</b> http://evil.example';
    await redeemLink(token, { ...OTHER, userAgent, device: 'x'.repeat(5000) }, ctx.now());
    const [mail] = await notices(ctx);
    expect(`${mail?.subject}${mail?.html}${mail?.text}`).not.toMatch(/evil|900|xxx/);
  });
});

describe('"This was not me"', () => {
  it('ends that session and the link it came by, and nothing else', async () => {
    const { ctx, holder, token } = await opened();
    const own = await makeToken(ctx, 'document', holder);
    const elsewhere = await redeemLink(own.token, BROWSER, ctx.now());
    const theirs = await redeemLink(token, OTHER, ctx.now());
    const notice = await noticeToken(ctx);
    expect(await endReportedSession(notice, ctx.now())).toEqual({ slug: ctx.business.slug });
    expect(await alive(ctx, theirs.cookie)).toBe(false);
    expect(await alive(ctx, elsewhere.cookie)).toBe(true);
    await expect(redeemLink(token, OTHER, ctx.now())).rejects.toMatchObject({
      key: 'portal.errors.deadLink',
    });
    await expect(endReportedSession(notice, ctx.now())).rejects.toMatchObject({
      key: 'portal.errors.deadLink',
    });
  });

  it('changes nothing when its page is only read, and signs nobody in', async () => {
    const { ctx, token } = await opened();
    const theirs = await redeemLink(token, OTHER, ctx.now());
    const notice = await noticeToken(ctx);
    for (let n = 0; n < 3; n++) await findLink(notice);
    expect(await alive(ctx, theirs.cookie)).toBe(true);
    await expect(redeemLink(notice, OTHER, ctx.now())).rejects.toMatchObject({
      key: 'portal.errors.deadLink',
    });
  });

  it('needs the very token: no other link, no other kind, no made-up one', async () => {
    const { ctx, token } = await opened();
    const theirs = await redeemLink(token, OTHER, ctx.now());
    const [mail] = await notices(ctx);
    const made = [token, signId('reset', String(mail?.linkId)), signId('link', newId()), ''];
    for (const wrong of made) {
      await expect(endReportedSession(wrong, ctx.now())).rejects.toMatchObject({
        key: 'portal.errors.deadLink',
      });
    }
    expect(await alive(ctx, theirs.cookie)).toBe(true);
  });

  it('is no way in that the owner would see among a client’s links', async () => {
    const { ctx, party, token } = await opened();
    await redeemLink(token, OTHER, ctx.now());
    const { links } = await accessOf(ctx, party.id);
    expect(links.map(({ purpose }) => purpose)).toEqual(['DOCUMENT']);
  });
});
