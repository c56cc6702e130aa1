import type { z } from 'zod';
import { Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { checkTaxId, explainTaxId } from '@/lib/places/tax-id';
import { saveBusiness } from './save-business';
import type { businessInput } from './schema';

/**
 * Changes the business itself. A tax id that does not look right is refused once, with the reason; ticking "keep it"
 * takes it as it is. A new currency or language is for new documents only.
 */
export async function updateBusiness(
  ctx: StaffContext,
  input: z.output<typeof businessInput>,
): Promise<void> {
  const { keepTaxId, taxId: typed, ...fields } = input;
  const checked = typed ? checkTaxId(input.country, typed) : null;
  if (checked && !checked.ok && !keepTaxId) {
    const why = explainTaxId(checked, ctx.locale);
    throw new Refused('settings.business.taxIdDoubt', { why }, 'taxId');
  }
  await saveBusiness(ctx, {
    ...fields,
    legalName: fields.legalName || fields.name,
    taxId: checked?.normalised ?? '',
  });
}
