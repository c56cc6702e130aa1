'use server';
import { z } from 'zod';
import { staffAction } from '@/lib/actions/staff-action';
import { newId } from '@/lib/db/new-id';
import { archiveProduct as archive } from '@/lib/products/archive-product';
import { saveProduct as save } from '@/lib/products/save-product';
import { productSchema, rememberedSchema } from '@/lib/products/schema';

export const saveProduct = staffAction({
  may: 'products.write',
  input: productSchema,
  run: async (ctx, input) => {
    await save(ctx, input);
    return { href: `/b/${ctx.business.slug}/products` };
  },
});

/** Keeps a line of an invoice as a product. */
export const rememberProduct = staffAction({
  may: 'products.write',
  input: rememberedSchema,
  run: (ctx, input) => save(ctx, { ...input, id: newId(), version: 0 }),
});

export const archiveProduct = staffAction({
  may: 'products.write',
  input: z.strictObject({ id: z.uuid(), archived: z.enum(['true', 'false']) }),
  run: async (ctx, { id, archived }) => {
    await archive(ctx, { id, archived: archived === 'true' });
    return { href: `/b/${ctx.business.slug}/products` };
  },
});
