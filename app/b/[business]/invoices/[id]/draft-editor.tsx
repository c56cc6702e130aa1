import { Editor } from '@/components/invoices/editor/editor';
import { editorWords } from '@/components/invoices/editor/editor-words';
import { clientFormChoices, clientFormWords } from '@/components/parties/client-form-words';
import { newFormValues } from '@/components/parties/form-values';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { nextInvoiceNumber } from '@/lib/businesses/next-number';
import { isId } from '@/lib/forms/is-id';
import {
  clientAccounts,
  draftForEditor,
  editorClient,
  editorTaxRates,
  newDraft,
  usualTaxRateId,
} from '@/lib/invoices/editor-data';
import { preflight } from '@/lib/invoices/preflight';
import { addressLines } from '@/lib/places/address';
import { displayTaxId, taxIdName } from '@/lib/places/tax-id';
import { createClient } from '../../clients/actions';
import { rememberProduct } from '../../products/actions';
import { issueDraft, removeDraft } from '../actions';
import { sendDialogProps } from './send/dialog-props';

/** Everything the editor of one draft needs, stored or new. */
export async function DraftEditor({
  ctx,
  id,
  isNew,
  clientId,
}: {
  ctx: StaffContext;
  id: string;
  isNew: boolean;
  /** Whom a new invoice is for, when the person came from a client. */
  clientId: string | null;
}) {
  const { business, t, locale } = ctx;
  const stored = isNew ? null : await draftForEditor(ctx, id);
  const partyId = stored?.partyId ?? clientId;
  const isKnown = partyId && isId(partyId);
  const [client, usual, rates] = await Promise.all([
    isKnown ? editorClient(ctx, partyId) : null,
    isKnown && !stored ? usualTaxRateId(ctx, partyId) : null,
    editorTaxRates(ctx, stored?.lines.map((line) => line.taxRateId) ?? []),
  ]);
  const initial = stored ?? { ...newDraft(ctx, client, rates, usual), id };
  const [number, checks, standing] = await Promise.all([
    nextInvoiceNumber(ctx, initial.issueOn || ctx.today()),
    stored ? preflight(ctx, id) : null,
    client ? clientAccounts(ctx, client.id) : null,
  ]);
  const base = `/b/${business.slug}`;
  return (
    <Editor
      base={base}
      initial={initial}
      client={client}
      rates={rates}
      seller={{
        name: business.legalName || business.name,
        addressLines: addressLines(business, { from: business.country, locale }),
        taxId: business.taxId
          ? `${taxIdName(business.country, locale)} ${displayTaxId(business.country, business.taxId)}`
          : null,
        logo: business.logoHash ? `${base}/settings/logo` : null,
      }}
      number={number}
      today={ctx.today()}
      timeZone={business.timeZone}
      country={business.country}
      checks={checks}
      standing={standing}
      words={editorWords(t, locale)}
      newClient={
        ctx.may('clients.write')
          ? {
              title: t('clients.new'),
              action: createClient.bind(null, business.slug),
              checkUrl: `${base}/clients/check`,
              values: newFormValues(business),
              words: clientFormWords(t, ctx.f.days(business.paymentTermsDays)),
              formWords: formWords(t, locale),
              choices: clientFormChoices(t, locale),
            }
          : undefined
      }
      send={ctx.may('messages.send') ? sendDialogProps(ctx, id) : undefined}
      actions={{
        issue: ctx.may('invoices.issue') ? issueDraft.bind(null, business.slug) : undefined,
        remove: removeDraft.bind(null, business.slug),
        remember: ctx.may('products.write') ? rememberProduct.bind(null, business.slug) : undefined,
      }}
    />
  );
}
