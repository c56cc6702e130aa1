import { Archive, ArchiveRestore } from 'lucide-react';
import { AmountField } from '@/components/ui/amount-input';
import { LinkButton } from '@/components/ui/button';
import { Form, type FormAction } from '@/components/ui/form';
import { FormDock } from '@/components/ui/form-dock';
import { FormPart } from '@/components/ui/form-part';
import { SelectField } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-input';
import { formWords } from '@/components/ui/words';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import type { EditorTaxRate } from '@/lib/invoices/editor-data';
import { CURRENCIES, exponent } from '@/lib/money/currencies';
import { typable } from '@/lib/money/parse-decimal';

export type ProductValues = {
  id: string;
  /** 0 for a new one. */
  version: number;
  name: string;
  details: string;
  unit: string;
  unitPrice: string;
  currency: string;
  taxRateId: string | null;
  archived: boolean;
};

/** Makes or changes a product or service. */
export function ProductForm({
  t,
  locale,
  values,
  rates,
  base,
  save,
  archive,
}: {
  t: T;
  locale: Locale;
  values: ProductValues;
  rates: EditorTaxRate[];
  base: string;
  save: FormAction;
  archive?: FormAction;
}) {
  const words = formWords(t, locale);
  return (
    <>
      <Form
        action={save}
        words={words}
        saved={t('products.saved')}
        creates={values.version === 0}
        className="record-list"
        id="product"
      >
        <div className="page">
          <div className="form">
            <input type="hidden" name="id" defaultValue={values.id} />
            <input type="hidden" name="version" defaultValue={values.version} />
            <FormPart title={t('products.what')} note={t('products.whatNote')}>
              <TextField
                name="name"
                label={t('products.name')}
                required
                wide
                maxLength={300}
                defaultValue={values.name}
              />
              <TextAreaField
                name="details"
                label={t('products.details')}
                wide
                rows={3}
                maxLength={2_000}
                defaultValue={values.details}
              />
            </FormPart>
            <FormPart title={t('products.price')} note={t('products.priceNote')}>
              <AmountField
                name="unitPrice"
                label={t('products.unitPrice')}
                required
                defaultValue={typable(values.unitPrice, exponent(values.currency))}
              />
              <SelectField
                name="currency"
                label={t('products.currency')}
                defaultValue={values.currency}
                options={CURRENCIES.map((currency) => ({ value: currency, label: currency }))}
              />
              <TextField
                name="unit"
                label={t('products.unit')}
                help={t('products.unitHelp')}
                maxLength={30}
                defaultValue={values.unit}
              />
              <SelectField
                name="taxRateId"
                label={t('products.tax')}
                placeholder={t('products.noTax')}
                defaultValue={values.taxRateId ?? ''}
                options={rates.map((rate) => ({ value: rate.id, label: rate.label }))}
              />
            </FormPart>
          </div>
        </div>
        <FormDock unsaved={words.unsaved} saving={words.saving}>
          <LinkButton href={base}>{t('products.cancel')}</LinkButton>
          {archive && (
            <button type="submit" className="btn" form="archive-product">
              {values.archived ? (
                <ArchiveRestore className="icon" aria-hidden="true" />
              ) : (
                <Archive className="icon" aria-hidden="true" />
              )}
              {t(values.archived ? 'products.restore' : 'products.archive')}
            </button>
          )}
          <SubmitButton kbd="⌘↵">{t('products.save')}</SubmitButton>
        </FormDock>
      </Form>
      {archive && (
        <Form
          action={archive}
          words={words}
          id="archive-product"
          guard={false}
          saved={t(values.archived ? 'products.isRestored' : 'products.isArchived')}
        >
          <input type="hidden" name="id" defaultValue={values.id} />
          <input type="hidden" name="archived" defaultValue={String(!values.archived)} />
        </Form>
      )}
    </>
  );
}
