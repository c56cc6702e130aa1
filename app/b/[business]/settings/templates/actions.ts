'use server';

import { staffAction } from '@/lib/actions/staff-action';
import { resetTemplate as resetTemplateDeed } from '@/lib/templates/reset-template';
import { saveTemplate as saveTemplateDeed } from '@/lib/templates/save-template';
import { resetTemplateInput, templateInput } from '@/lib/templates/schema';

export const saveTemplate = staffAction({
  may: 'settings.write',
  input: templateInput,
  run: saveTemplateDeed,
});

export const resetTemplate = staffAction({
  may: 'settings.write',
  input: resetTemplateInput,
  run: resetTemplateDeed,
});
