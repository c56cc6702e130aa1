import type { Metadata } from 'next';
import { BrandColorField } from '@/components/businesses/brand-color-field';
import { LogoUpload } from '@/components/businesses/logo-upload';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormPart } from '@/components/ui/form-part';
import { SegmentedField } from '@/components/ui/radio-group';
import { formWords } from '@/components/ui/words';
import { PaperSize } from '@/lib/db/generated/enums';
import { staffPage } from '@/lib/pages/staff-page';
import { removeLogo, saveBranding } from '../actions';
import { SettingsForm } from '../settings-form';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.read');
  return { title: t('settings.nav.branding') };
}

/** Logo, colour and paper. The logo is stored at once, beside the form. */
export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'settings.read');
  const { t, f, locale, business } = ctx;
  const address = `/b/${business.slug}/settings/logo`;
  const mayWrite = ctx.may('settings.write');
  return (
    <>
      <section className="form pb-0" aria-label={t('settings.branding.logo')}>
        <div className="form-part pb-0">
          <div>
            <h2 className="section-title">{t('settings.branding.logo')}</h2>
            <p className="meta">{t('settings.branding.logoNote')}</p>
          </div>
          <div className="flex min-w-0 flex-col items-start gap-3">
            {business.logoHash && (
              <>
                <span
                  className="rounded-lg border border-line p-4"
                  style={{ background: '#ffffff' }}
                >
                  {/* biome-ignore lint/performance/noImgElement: our own PNG; the optimiser is off. */}
                  <img
                    src={`${address}?v=${business.logoHash.slice(0, 12)}`}
                    alt={t('settings.branding.current', { business: business.name })}
                    className="max-h-24 max-w-60 object-contain"
                  />
                </span>
                {mayWrite && (
                  <ConfirmDialog
                    trigger={<Button size="sm">{t('settings.branding.remove')}</Button>}
                    title={t('settings.branding.removeTitle')}
                    body={t('settings.branding.removeBody')}
                    confirm={t('settings.branding.remove')}
                    cancel={t('auth.cancel')}
                    danger
                    action={removeLogo.bind(null, business.slug)}
                    words={formWords(t, locale)}
                    saved={t('settings.branding.removed')}
                  />
                )}
              </>
            )}
            {mayWrite && (
              <div className="w-full max-w-md">
                <LogoUpload
                  address={address}
                  words={{
                    drop: t('settings.branding.drop'),
                    uploading: t('settings.branding.uploading'),
                    uploaded: t('settings.branding.uploaded'),
                    failed: t('settings.branding.failed'),
                  }}
                />
              </div>
            )}
          </div>
        </div>
      </section>
      <SettingsForm
        ctx={ctx}
        action={saveBranding.bind(null, business.slug)}
        version={business.version}
      >
        <FormPart title={t('settings.branding.colour')} note={t('settings.branding.colourNote')}>
          <BrandColorField
            value={business.brandColor}
            words={{
              label: t('settings.branding.brandColor'),
              help: t('settings.branding.brandColorHelp'),
              preview: t('settings.branding.preview'),
              button: t('settings.branding.previewButton', {
                amount: f.money(125_000n, business.currency),
              }),
              link: t('settings.branding.previewLink'),
              contrast: t('settings.branding.contrast', { ratio: '{ratio}' }),
              fine: t('settings.branding.fine'),
              darkened: t('settings.branding.darkened'),
            }}
          />
          <SegmentedField
            name="paperSize"
            label={t('settings.branding.paper')}
            wide
            options={Object.values(PaperSize).map((value) => ({
              value,
              label: t(`settings.branding.paperSizes.${value}`),
            }))}
            defaultValue={business.paperSize}
          />
        </FormPart>
      </SettingsForm>
    </>
  );
}
