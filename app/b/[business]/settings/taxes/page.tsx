import type { Metadata } from 'next';
import { TaxRateDialog, type TaxRateWords } from '@/components/businesses/tax-rate-dialog';
import { PartHead } from '@/components/layout/part-head';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { businessPreset } from '@/lib/businesses/presets';
import { listTaxRates, type TaxRateRow } from '@/lib/businesses/tax-rate-queries';
import { TaxCategory } from '@/lib/db/generated/enums';
import { newId } from '@/lib/db/new-id';
import { staffPage } from '@/lib/pages/staff-page';
import { saveTaxRate, setDefaultTaxRate, setTaxRateArchived } from '../actions';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.read');
  return { title: t('settings.nav.taxes') };
}

/** The rates offered while writing documents, the default marked; archived ones below. */
export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'settings.read');
  const { t } = ctx;
  const rates = await listTaxRates(ctx);
  const offered = rates.filter((rate) => !rate.archived);
  const archived = rates.filter((rate) => rate.archived);
  const note = businessPreset(ctx.business.country).taxNoteKey;
  const fresh = {
    id: newId(),
    version: '',
    name: '',
    rate: '',
    category: 'STANDARD',
    exemptionReason: '',
  };
  return (
    <div className="max-w-[60rem] px-6 pb-8 max-md:px-4">
      <div className="py-4">
        <PartHead
          title={t('settings.nav.taxes')}
          note={t('settings.taxes.note')}
          action={
            ctx.may('settings.write') && (
              <TaxRateDialog
                trigger={<Button variant="primary">{t('settings.taxes.add')}</Button>}
                title={t('settings.taxes.addTitle')}
                action={saveTaxRate.bind(null, ctx.business.slug)}
                values={fresh}
                {...dialogWords(ctx)}
              />
            )
          }
        />
      </div>
      {note && (
        <div className="mb-4">
          <Notice>{t(note)}</Notice>
        </div>
      )}
      <Rates ctx={ctx} rates={offered} />
      {archived.length > 0 && (
        <>
          <h2 className="section-title mt-8 mb-1">{t('settings.taxes.archivedTitle')}</h2>
          <Rates ctx={ctx} rates={archived} />
        </>
      )}
    </div>
  );
}

function Rates({ ctx, rates }: { ctx: StaffContext; rates: TaxRateRow[] }) {
  const { t, f } = ctx;
  return (
    <ul className="border-line border-t">
      {rates.map((rate) => (
        <li
          key={rate.id}
          className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2"
        >
          <div className="min-w-0 flex-1 basis-56">
            <div className="font-medium">
              {rate.name}{' '}
              {rate.isDefault && <span className="tag">{t('settings.taxes.default')}</span>}
            </div>
            <div className="meta">
              {t(`settings.taxes.categories.${rate.category}`)}
              {rate.exemptionReason && ` · ${rate.exemptionReason}`}
            </div>
          </div>
          <bdi dir="ltr" className="num w-16 text-end">
            {f.percent(rate.rate)}
          </bdi>
          {ctx.may('settings.write') && (
            <div className="flex flex-wrap justify-end gap-1 max-md:-ms-2.5 md:w-64">
              <Actions ctx={ctx} rate={rate} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Actions({ ctx, rate }: { ctx: StaffContext; rate: TaxRateRow }) {
  const { t, locale, business } = ctx;
  const words = formWords(t, locale);
  const { id, name } = rate;
  if (rate.archived) {
    return (
      <Form
        action={setTaxRateArchived.bind(null, business.slug)}
        words={words}
        guard={false}
        saved={t('settings.taxes.restored', { name })}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="archived" value="no" />
        <SubmitButton size="sm" variant="ghost">
          {t('settings.taxes.restore')}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <>
      <TaxRateDialog
        trigger={
          <Button size="sm" variant="ghost">
            {t('settings.taxes.edit')}
          </Button>
        }
        title={t('settings.taxes.editTitle', { name })}
        action={saveTaxRate.bind(null, business.slug)}
        values={{ ...rate, version: String(rate.version) }}
        {...dialogWords(ctx)}
      />
      {!rate.isDefault && (
        <>
          <Form
            action={setDefaultTaxRate.bind(null, business.slug)}
            words={words}
            guard={false}
            saved={t('settings.taxes.madeDefault', { name })}
          >
            <input type="hidden" name="id" value={id} />
            <SubmitButton size="sm" variant="ghost">
              {t('settings.taxes.makeDefault')}
            </SubmitButton>
          </Form>
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="ghost">
                {t('settings.taxes.archive')}
              </Button>
            }
            title={t('settings.taxes.archiveTitle', { name })}
            body={t('settings.taxes.archiveBody')}
            confirm={t('settings.taxes.archive')}
            cancel={t('auth.cancel')}
            action={setTaxRateArchived.bind(null, business.slug)}
            words={words}
            saved={t('settings.taxes.archivedDone', { name })}
            fields={{ id, archived: 'yes' }}
          />
        </>
      )}
    </>
  );
}

function dialogWords({ t, locale }: StaffContext) {
  const words: TaxRateWords = {
    name: t('settings.taxes.name'),
    nameHelp: t('settings.taxes.nameHelp'),
    rate: t('settings.taxes.rate'),
    rateHelp: t('settings.taxes.rateHelp'),
    category: t('settings.taxes.category'),
    reason: t('settings.taxes.exemptionReason'),
    reasonHelp: t('settings.taxes.exemptionReasonHelp'),
    save: t('settings.save'),
    saved: t('settings.saved'),
    close: t('auth.close'),
  };
  const categories = Object.values(TaxCategory).map((value) => ({
    value,
    label: t(`settings.taxes.categories.${value}`),
  }));
  return { words, categories, formWords: formWords(t, locale) };
}
