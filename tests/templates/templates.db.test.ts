import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { sendInvoice } from '@/lib/invoices/send-invoice';
import { previewTemplate } from '@/lib/messages/template-preview';
import { findTemplate, ownLanguages } from '@/lib/templates/queries';
import { resetTemplate } from '@/lib/templates/reset-template';
import { saveTemplate } from '@/lib/templates/save-template';
import { builtInWords } from '@/lib/templates/words-of';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';

let ctx: StaffContext;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
});

const own = {
  kind: 'INVOICE' as const,
  locale: 'en' as const,
  version: 0,
  subject: 'Bill {{invoice.number}}',
  body: 'Dear {{client.greeting}},\n\nplease pay {{invoice.due}} by {{invoice.dueDate}}.',
};

describe("The owner's words for a mail", () => {
  it('are used for the next invoice in this language, and no other', async () => {
    await saveTemplate(ctx, own);
    expect(await ownLanguages(ctx, 'INVOICE')).toEqual(['en']);
    const party = await makeClient(ctx, { email: 'a@one.example' });
    const subjects: string[] = [];
    for (const locale of ['en', 'zh'] as const) {
      const { id } = await makeInvoice(ctx, party.id, { locale });
      const { messageId } = await sendInvoice(ctx, {
        formId: newId(),
        id,
        version: 0,
        to: party.email,
        cc: [],
        attachPdf: false,
      });
      const message = await ctx.db.message.findUniqueOrThrow({ where: ctx.key(messageId) });
      subjects.push(message.subject);
      if (locale === 'en') expect(message.text).toContain('please pay £1,840.00 by');
    }
    const year = ctx.today().slice(0, 4);
    expect(subjects).toEqual([`Bill INV-${year}-0001`, `Tidewater Signs 账单 INV-${year}-0002`]);
  });

  it('are refused with a variable that the mail does not have, beside its field', async () => {
    await expect(
      saveTemplate(ctx, { ...own, subject: 'Pay {{invoice.everything}}' }),
    ).rejects.toMatchObject({
      key: 'templates.errors.unknown',
      field: 'subject',
      values: { names: '{{invoice.everything}}' },
    });
    await expect(saveTemplate(ctx, { ...own, body: '{{payment.amount}}' })).rejects.toMatchObject({
      field: 'body',
    });
    expect((await findTemplate(ctx, 'INVOICE', 'en')).version).toBe(0);
  });

  it("do not win over somebody else's newer words", async () => {
    await saveTemplate(ctx, own);
    await expect(saveTemplate(ctx, { ...own, subject: 'Mine' })).rejects.toMatchObject({
      name: 'Stale',
      theirs: { subject: own.subject, body: own.body },
      version: 1,
    });
  });

  it('are forgotten by going back to the built-in ones', async () => {
    await saveTemplate(ctx, own);
    await resetTemplate(ctx, { kind: 'INVOICE', locale: 'en', version: 1 });
    await resetTemplate(ctx, { kind: 'INVOICE', locale: 'en', version: 1 });
    expect(await findTemplate(ctx, 'INVOICE', 'en')).toEqual({
      ...builtInWords('INVOICE', 'en'),
      version: 0,
    });
  });

  it('are shown before they are saved, on a real invoice or an example, and do no harm', async () => {
    const typed = {
      ...own,
      subject: '<b>{{invoice.number}}',
      body: '<img src=x onerror=alert(1)> {{nonsense}}',
    };
    const { id } = await makeInvoice(ctx, (await makeClient(ctx)).id);
    for (const subjectId of [id, null]) {
      const preview = await previewTemplate(ctx, { ...typed, subjectId });
      expect(preview.html).not.toContain('<img src=x');
      expect(preview.html).not.toContain('link.invalid');
      expect(preview.unknown).toEqual(['{{nonsense}}']);
    }
    const receipt = {
      kind: 'RECEIPT' as const,
      locale: 'ar' as const,
      ...builtInWords('RECEIPT', 'ar'),
    };
    expect((await previewTemplate(ctx, { ...receipt, subjectId: null })).html).toContain(
      'dir="rtl"',
    );
  });

  it('are not there for another business', async () => {
    await saveTemplate(ctx, own);
    const stranger = (await makeBusiness()).ctx;
    expect((await findTemplate(stranger, 'INVOICE', 'en')).version).toBe(0);
    const { id } = await makeInvoice(ctx, (await makeClient(ctx)).id);
    await expect(previewTemplate(stranger, { ...own, subjectId: id })).rejects.toMatchObject({
      message: 'missing',
    });
  });
});
