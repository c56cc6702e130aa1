'use server';

import { staffAction } from '@/lib/actions/staff-action';
import { newId } from '@/lib/db/new-id';
import { resetTemplate as resetTemplateDeed } from '@/lib/templates/reset-template';
import { saveTemplate as saveTemplateDeed } from '@/lib/templates/save-template';
import { resetTemplateInput, templateInput } from '@/lib/templates/schema';

export const saveTemplate = staffAction({
  may: 'settings.write',
  input: templateInput,
  run: saveTemplateDeed,
});

/** Leads to an address of its own, where the form is another one and shows the built-in words. */
export const resetTemplate = staffAction({
  may: 'settings.write',
  input: resetTemplateInput,
  run: async (ctx, input) => {
    await resetTemplateDeed(ctx, input);
    const shown = new URLSearchParams({
      mail: input.kind,
      language: input.locale,
      fresh: newId(),
    });
    return { href: `/b/${ctx.business.slug}/settings/templates?${shown}` };
  },
});
