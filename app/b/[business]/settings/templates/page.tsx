import { RotateCcw } from 'lucide-react';
import type { Metadata } from 'next';
import { TemplateEditor } from '@/components/messages/template-editor';
import { Button } from '@/components/ui/button';
import { ChoiceBar } from '@/components/ui/choice-bar';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { direction, isLocale, LANGUAGE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locale';
import { previewSubjects } from '@/lib/messages/template-preview';
import { staffPage } from '@/lib/pages/staff-page';
import { findTemplate, ownLanguages } from '@/lib/templates/queries';
import { TEMPLATE_KINDS, type TemplateKind, VARIABLES } from '@/lib/templates/variables';
import { SettingsForm } from '../settings-form';
import { resetTemplate, saveTemplate } from './actions';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.read');
  return { title: t('settings.nav.templates') };
}

/** The words of the invoice mail and the receipt, per language, beside what a client would see. */
export default async function Page({ params, searchParams }: Props) {
  const ctx = await staffPage(params, 'settings.read');
  const { t, business } = ctx;
  const query = await searchParams;
  const kind = TEMPLATE_KINDS.find((one) => one === query.mail) ?? 'INVOICE';
  const locale = isLocale(query.language) ? query.language : business.locale;
  const [template, own, subjects] = await Promise.all([
    findTemplate(ctx, kind, locale),
    ownLanguages(ctx, kind),
    previewSubjects(ctx, kind),
  ]);
  const base = `/b/${business.slug}/settings/templates`;
  const href = (mail: TemplateKind, language: Locale) =>
    `${base}?mail=${mail}&language=${language}`;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-6 pt-4 max-md:px-4">
        <ChoiceBar
          label={t('templates.which')}
          choices={TEMPLATE_KINDS.map((one) => ({
            href: href(one, locale),
            label: t(`templates.kinds.${one}`),
            current: one === kind,
          }))}
        />
        <ChoiceBar
          label={t('templates.language')}
          choices={LOCALES.map((one) => ({
            href: href(kind, one),
            label: own.includes(one)
              ? t('templates.ownLanguage', { language: LANGUAGE_NAMES[one] })
              : LANGUAGE_NAMES[one],
            current: one === locale,
          }))}
        />
        {template.version > 0 && ctx.may('settings.write') && (
          <div className="ms-auto">
            <Reset ctx={ctx} kind={kind} locale={locale} version={template.version} />
          </div>
        )}
      </div>
      <SettingsForm
        // Not by its version: a live page would take away what is being typed when somebody else saves.
        key={`${kind}${locale}${query.fresh}`}
        ctx={ctx}
        action={saveTemplate.bind(null, business.slug)}
        version={template.version}
        saved={t('templates.saved')}
      >
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="locale" value={locale} />
        <TemplateEditor
          kind={kind}
          locale={locale}
          dir={direction(locale)}
          template={template}
          subjects={subjects}
          previewHref={`${base}/preview`}
          variables={VARIABLES[kind].map((name) => ({
            name,
            label: t(`templates.variables.${name}`),
          }))}
          words={{
            note: template.version > 0 ? t('templates.noteOwn') : t('templates.noteBuiltIn'),
            subject: t('templates.subject'),
            body: t('templates.body'),
            bodyHelp: t('templates.bodyHelp'),
            insert: t('templates.insert'),
            preview: t('templates.preview'),
            previewOn: t('templates.previewOn'),
            example: t('templates.previewExample'),
            waiting: t('mail.send.previewWaiting'),
            failed: t('mail.send.previewFailed'),
            unknown: t('templates.errors.unknown', { names: '{names}' }),
          }}
        />
      </SettingsForm>
    </>
  );
}

function Reset(props: { ctx: StaffContext; kind: TemplateKind; locale: Locale; version: number }) {
  const { ctx, kind, locale, version } = props;
  const { t } = ctx;
  return (
    <ConfirmDialog
      trigger={<Button icon={<RotateCcw />}>{t('templates.reset')}</Button>}
      title={t('templates.resetTitle')}
      body={t('templates.resetBody')}
      confirm={t('templates.reset')}
      cancel={t('mail.send.cancel')}
      danger
      action={resetTemplate.bind(null, ctx.business.slug)}
      fields={{ kind, locale, version: String(version) }}
      words={formWords(t, ctx.locale)}
      saved={t('templates.resetDone')}
    />
  );
}
