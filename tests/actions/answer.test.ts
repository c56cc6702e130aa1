import { expect, test } from 'vitest';
import { z } from 'zod';
import { answer } from '@/lib/actions/answer';
import { Incomplete } from '@/lib/actions/refused';
import { translator } from '@/lib/i18n/translate';

test('A form that lacks several fields names each of them, and keeps what was typed', async () => {
  const form = new FormData();
  form.set('name', 'Kestrel Cycles');
  const result = await answer(
    translator('ar'),
    z.strictObject({ name: z.string() }),
    form,
    async () => {
      throw new Incomplete(['phone', 'city']);
    },
  );
  const required = translator('ar')('errors.required');
  expect(result).toMatchObject({
    ok: false,
    errors: { phone: [required], city: [required] },
    values: { name: 'Kestrel Cycles' },
  });
});
