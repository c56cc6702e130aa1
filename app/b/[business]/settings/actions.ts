'use server';

import { z } from 'zod';
import { staffAction } from '@/lib/actions/staff-action';
import { archiveTaxRate } from '@/lib/businesses/archive-tax-rate';
import {
  mailServerInput,
  removeMailServer as removeMailServerDeed,
  saveMailServer as saveMailServerDeed,
} from '@/lib/businesses/mail-server';
import { makeTaxRateDefault } from '@/lib/businesses/make-tax-rate-default';
import { saveBusiness } from '@/lib/businesses/save-business';
import { saveTaxRate as saveTaxRateDeed, taxRateInput } from '@/lib/businesses/save-tax-rate';
import {
  bankInput,
  brandingInput,
  businessInput,
  clientFieldsInput,
  documentDefaultsInput,
} from '@/lib/businesses/schema';
import { removeLogo as removeLogoDeed } from '@/lib/businesses/set-logo';
import { numberPatternInput, setNumberPattern } from '@/lib/businesses/set-number-pattern';
import {
  removeStripeConnection as removeStripeDeed,
  saveStripeConnection,
  stripeConnectionInput,
} from '@/lib/businesses/stripe-connection';
import { testMailServer } from '@/lib/businesses/test-mail-server';
import { updateBusiness } from '@/lib/businesses/update-business';
import { releaseWaiting } from '@/lib/messages/release-waiting';

const nothing = z.strictObject({});

export const saveIdentity = staffAction({
  may: 'settings.write',
  input: businessInput,
  run: updateBusiness,
});

export const saveBranding = staffAction({
  may: 'settings.write',
  input: brandingInput,
  run: saveBusiness,
});

export const saveBank = staffAction({
  may: 'settings.write',
  input: bankInput,
  run: saveBusiness,
});

export const saveDocumentDefaults = staffAction({
  may: 'settings.write',
  input: documentDefaultsInput,
  run: saveBusiness,
});

export const saveClientFields = staffAction({
  may: 'settings.write',
  input: clientFieldsInput,
  run: saveBusiness,
});

export const removeLogo = staffAction({
  may: 'settings.write',
  input: nothing,
  run: removeLogoDeed,
});

export const saveTaxRate = staffAction({
  may: 'settings.write',
  input: taxRateInput,
  run: saveTaxRateDeed,
});

export const setDefaultTaxRate = staffAction({
  may: 'settings.write',
  input: z.strictObject({ id: z.uuid() }),
  run: makeTaxRateDefault,
});

export const setTaxRateArchived = staffAction({
  may: 'settings.write',
  input: z.strictObject({
    id: z.uuid(),
    archived: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  }),
  run: archiveTaxRate,
});

export const savePattern = staffAction({
  may: 'settings.write',
  input: numberPatternInput,
  run: setNumberPattern,
});

export const saveMailServer = staffAction({
  may: 'settings.connections',
  input: mailServerInput,
  run: async (ctx, input) => {
    await saveMailServerDeed(ctx, input);
    await ctx.transact((tx) => releaseWaiting(tx, ctx));
  },
});

export const removeMailServer = staffAction({
  may: 'settings.connections',
  input: nothing,
  run: removeMailServerDeed,
});

/** Sends a test mail to the person who asks; says what kind of failure it was, in words and as the SMTP code. */
export const testMail = staffAction({
  may: 'settings.connections',
  input: nothing,
  run: async (ctx) => {
    const sent = await testMailServer(ctx);
    const { t } = ctx;
    if (sent.ok) return { worked: true, text: t('settings.mail.result.ok', { code: sent.code }) };
    const code = sent.code === null ? '' : ` ${t('settings.mail.smtpCode', { code: sent.code })}`;
    return { worked: false, text: t(`settings.mail.result.${sent.kind}`) + code };
  },
});

export const connectStripe = staffAction({
  may: 'settings.connections',
  input: stripeConnectionInput,
  run: saveStripeConnection,
});

export const disconnectStripe = staffAction({
  may: 'settings.connections',
  input: nothing,
  run: removeStripeDeed,
});
