'use client';
import { useState } from 'react';
import { AmountField } from '@/components/ui/amount-input';
import { LinkButton } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox';
import { ChoiceBar } from '@/components/ui/choice-bar';
import { DateField } from '@/components/ui/date-input';
import { Form, type FormAction } from '@/components/ui/form';
import { FormDock } from '@/components/ui/form-dock';
import { FormHead } from '@/components/ui/form-head';
import { FormPart } from '@/components/ui/form-part';
import type { FormWords } from '@/components/ui/form-words';
import { SelectField } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';
import type { Locale } from '@/lib/i18n/locale';
import { type SettleInvoice, SettleRows, type SettleWords } from './settle-rows';

type PaymentFormWords = SettleWords & {
  title: string;
  needed: string;
  who: string;
  changeClient: string;
  money: string;
  moneyNote: string;
  currency: string;
  amount: string;
  receivedOn: string;
  pickDate: string;
  invalidDate: string;
  method: string;
  reference: string;
  referenceHelp: string;
  settle: string;
  settleNote: string;
  nothingOpen: string;
  receipt: string;
  receiptHelp: string;
  cancel: string;
  save: string;
  saved: string;
};

/** Money that arrived by bank transfer, cash, cheque or otherwise, and which invoices it settles. */
export function PaymentForm({
  action,
  id,
  client,
  currency,
  currencies,
  sign,
  initialAmount,
  today,
  invoices,
  methods,
  mailsReceipt,
  locale,
  words,
  formWords,
  pickHref,
  cancelHref,
}: {
  action: FormAction;
  id: string;
  client: { id: string; name: string; note: string };
  currency: string;
  /** The currencies this client owes something in, as links to the same form. */
  currencies: { href: string; label: string; current?: boolean }[];
  sign: { text: string; after: boolean };
  /** Typed text; '' begins empty. */
  initialAmount: string;
  today: string;
  invoices: SettleInvoice[];
  methods: { value: string; label: string }[];
  /** Whether a receipt goes out unless it is left out; null when the client has no address. */
  mailsReceipt: boolean | null;
  locale: Locale;
  words: PaymentFormWords;
  formWords: FormWords;
  pickHref: string;
  cancelHref: string;
}) {
  const [amount, setAmount] = useState(initialAmount);
  return (
    <Form
      action={action}
      words={formWords}
      saved={words.saved}
      creates
      head={<FormHead title={words.title} needed={words.needed} />}
      dock={
        <FormDock unsaved={formWords.unsaved} saving={formWords.saving}>
          <LinkButton variant="ghost" href={cancelHref}>
            {words.cancel}
          </LinkButton>
          <SubmitButton kbd="⌘↵">{words.save}</SubmitButton>
        </FormDock>
      }
    >
      <input type="hidden" name="id" value={id} readOnly />
      <input type="hidden" name="partyId" value={client.id} readOnly />
      <input type="hidden" name="currency" value={currency} readOnly />
      <FormPart title={words.who}>
        <div className="wide flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0">
            <b className="font-semibold" dir="auto">
              {client.name}
            </b>
            {client.note && <span className="meta block">{client.note}</span>}
          </span>
          <LinkButton size="sm" variant="ghost" href={pickHref}>
            {words.changeClient}
          </LinkButton>
        </div>
      </FormPart>
      <FormPart title={words.money} note={words.moneyNote}>
        {currencies.length > 1 && (
          <div className="wide">
            <ChoiceBar label={words.currency} choices={currencies} />
          </div>
        )}
        <AmountField
          name="amount"
          label={words.amount}
          required
          sign={sign.text}
          signAfter={sign.after}
          defaultValue={initialAmount}
          onValue={setAmount}
        />
        <DateField
          name="receivedOn"
          label={words.receivedOn}
          required
          locale={locale}
          defaultValue={today}
          max={today}
          pickLabel={words.pickDate}
          invalidLabel={words.invalidDate}
        />
        <SelectField name="method" label={words.method} required options={methods} />
        <TextField
          name="reference"
          label={words.reference}
          help={words.referenceHelp}
          maxLength={200}
        />
      </FormPart>
      <FormPart title={words.settle} note={words.settleNote}>
        {invoices.length > 0 ? (
          <SettleRows
            amount={amount}
            currency={currency}
            locale={locale}
            invoices={invoices}
            words={words}
          />
        ) : (
          <p className="wide text-ink-soft">{words.nothingOpen}</p>
        )}
        {mailsReceipt === null ? (
          <p className="wide text-sm text-ink-soft">{words.receipt}</p>
        ) : (
          <CheckboxField
            name="sendReceipt"
            label={words.receipt}
            help={words.receiptHelp}
            defaultChecked={mailsReceipt}
            wide
          />
        )}
      </FormPart>
    </Form>
  );
}
