'use server';

import { z } from 'zod';
import { staffAction } from '@/lib/actions/staff-action';
import { removeView as removeViewDeed } from '@/lib/members/remove-view';
import { saveView as saveViewDeed } from '@/lib/members/save-view';
import { savedViewInput } from '@/lib/members/saved-view-schema';

/** Keeps the filters of a list as a tab of the person's own. */
export const saveView = staffAction({
  may: 'home.read',
  input: savedViewInput,
  run: saveViewDeed,
});

export const removeView = staffAction({
  may: 'home.read',
  input: z.strictObject({ id: z.uuid() }),
  run: removeViewDeed,
});
