import type { StaffContext } from '@/lib/auth/context';
import { checkPhone, displayPhone } from '@/lib/places/phone';
import { checkTaxId, explainTaxId } from '@/lib/places/tax-id';
import { type Duplicate, findDuplicates } from './find-duplicates';
import type { ClientHints } from './schema';

/** What can be said of a half-filled form. */
export type ClientCheck = {
  /** The number as it was understood, with its country code; null while it is none. */
  phoneRead: string | null;
  /** What is wrong with the tax number, as a sentence; null when nothing is. */
  taxIdProblem: string | null;
  duplicates: Duplicate[];
};

/** Looks at what has been typed so far, while there is time to mend it. */
export async function checkClient(ctx: StaffContext, hints: ClientHints): Promise<ClientCheck> {
  const phone = hints.phone.trim() ? checkPhone(hints.phone, hints.country) : null;
  const taxId = hints.taxId.trim() ? checkTaxId(hints.country, hints.taxId) : null;
  return {
    phoneRead: phone?.ok ? displayPhone(phone.phone, '') : null,
    taxIdProblem: taxId && !taxId.ok ? explainTaxId(taxId, ctx.locale) : null,
    duplicates: await findDuplicates(ctx, hints),
  };
}
