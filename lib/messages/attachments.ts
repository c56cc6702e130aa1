import sharp from 'sharp';
import { z } from 'zod';
import type { AnyContext } from '@/lib/auth/context';
import { readFile } from '@/lib/files/store';
import type { OutgoingMail } from '@/lib/mail/deliver';

/** What a stored message will carry: the document's PDF (rendered once, when issued) and the logo in its head. */
const stored = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), documentId: z.uuid(), filename: z.string() }),
  z.strictObject({ kind: z.literal('logo'), hash: z.string() }),
]);

export type StoredAttachment = z.infer<typeof stored>;

/** The stored list as it was written. */
export function storedAttachments(value: unknown): StoredAttachment[] {
  return z.array(stored).parse(value);
}

/** The hash of the logo in the mail's head, or null. */
export function logoHashOf(list: readonly StoredAttachment[]): string | null {
  return list.find((attachment) => attachment.kind === 'logo')?.hash ?? null;
}

const LOGO_PIXELS = 80;
/** `LOGO_CID` of the mails. */
const LOGO_CID = 'logo';

/** The logo as mails show it: a PNG 80 pixels high, for a head of 40. */
export async function mailLogo(png: Uint8Array): Promise<Uint8Array> {
  return sharp(png)
    .resize({ height: LOGO_PIXELS, width: LOGO_PIXELS * 5, fit: 'inside' })
    .png()
    .toBuffer();
}

/** The attachments as bytes; 'pending' while the PDF is still being drawn. */
export async function loadAttachments(
  ctx: AnyContext,
  list: readonly StoredAttachment[],
): Promise<NonNullable<OutgoingMail['attachments']> | 'pending'> {
  const files = [];
  for (const attachment of list) {
    if (attachment.kind === 'logo') {
      const logo = await readFile(ctx.business.id, attachment.hash);
      if (!logo) throw new Error('the logo of a stored message is gone');
      files.push({
        filename: 'logo.png',
        content: await mailLogo(logo.bytes),
        contentType: 'image/png',
        cid: LOGO_CID,
      });
      continue;
    }
    const document = await ctx.db.document.findUniqueOrThrow({
      where: ctx.key(attachment.documentId),
      select: { pdfHash: true },
    });
    if (!document.pdfHash) return 'pending';
    const pdf = await readFile(ctx.business.id, document.pdfHash);
    if (!pdf) throw new Error('the PDF of an issued document is gone');
    files.push({
      filename: attachment.filename,
      content: pdf.bytes,
      contentType: 'application/pdf',
    });
  }
  return files;
}
