import { Missing, Refused, Stale } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import { exponent } from '@/lib/money/currencies';
import { typable } from '@/lib/money/parse-decimal';
import { grams } from '@/lib/search/grams';
import type { ProductInput } from './schema';

/**
 * Makes or changes a product. `version` 0 makes it; where the id is taken already it changes nothing, so a double
 * submit is one product and a form kept open overwrites nobody.
 * Invoices already written keep the words and prices they were written with. Refuses a tax rate that is not there; a
 * newer stored version is a `Stale` with the stored values.
 */
export async function saveProduct(
  ctx: StaffContext | SystemContext,
  input: ProductInput,
): Promise<{ id: string }> {
  const { id, version, ...fields } = input;
  return ctx.transact(async (tx) => {
    await tx.lock('Product', id);
    const stored = await tx.product.findUnique({ where: ctx.key(id) });
    if (stored && version === 0) return { id };
    if (stored && stored.version !== version) {
      const theirs = {
        name: stored.name,
        details: stored.details,
        unit: stored.unit,
        unitPrice: typable(stored.unitPrice.toFixed(), exponent(stored.currency)),
        currency: stored.currency,
        taxRateId: stored.taxRateId ?? '',
      };
      const by = await lastDeedBy(tx, ctx, {
        kinds: ['product.created', 'product.updated'],
        about: { productId: id },
      });
      throw new Stale(theirs, by, stored.version);
    }
    if (!stored && version !== 0) throw new Missing();
    if (fields.taxRateId) {
      const rate = await tx.taxRate.findUnique({ where: ctx.key(fields.taxRateId) });
      if (!rate) throw new Refused('products.errors.noTaxRate', {}, 'taxRateId');
    }
    const columns = { ...fields, grams: grams(fields.name, fields.details) };
    if (stored) {
      await tx.product.update({
        where: ctx.key(id),
        data: { ...columns, version: { increment: 1 } },
      });
    } else {
      await tx.product.create({
        data: { businessId: ctx.business.id, id, ...columns, createdAt: ctx.now() },
      });
    }
    recordEvent(tx, ctx, {
      kind: stored ? 'product.updated' : 'product.created',
      data: { productId: id, name: fields.name },
    });
    return { id };
  });
}
