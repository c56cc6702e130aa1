import type { Metadata } from 'next';
import { PatternField } from '@/components/businesses/pattern-field';
import { Form } from '@/components/ui/form';
import { FormPart } from '@/components/ui/form-part';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { formWords } from '@/components/ui/words';
import { listNumberSeries } from '@/lib/businesses/number-series-queries';
import { staffPage } from '@/lib/pages/staff-page';
import { savePattern } from '../actions';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.read');
  return { title: t('settings.nav.numbering') };
}

/** How numbers look, one form for each kind of document. */
export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'settings.read');
  const { t, locale, business } = ctx;
  const series = await listNumberSeries(ctx);
  const words = formWords(t, locale);
  const mayWrite = ctx.may('settings.write');
  const problems = {
    patternRun: t('settings.errors.patternRun'),
    patternMonth: t('settings.errors.patternMonth'),
    patternText: t('settings.errors.patternText'),
  };
  return (
    <div className="form">
      <p className="meta max-w-[44rem] pt-4">{t('settings.numbering.note')}</p>
      {!mayWrite && <Notice>{t('settings.readOnly')}</Notice>}
      {series.map(({ kind, pattern, version, next }) => (
        <Form
          key={kind}
          action={savePattern.bind(null, business.slug)}
          words={words}
          saved={t('settings.saved')}
          className="border-line border-b"
        >
          <fieldset disabled={!mayWrite}>
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="version" value={version} />
            <FormPart
              title={t(`settings.numbering.kinds.${kind}`)}
              note={t('settings.numbering.issuedStay')}
            >
              <PatternField
                label={t('settings.numbering.pattern')}
                pattern={pattern}
                today={ctx.today()}
                next={next}
                example={t('settings.numbering.next', { number: '{number}' })}
                problems={problems}
              />
              {mayWrite && (
                <div className="wide">
                  <SubmitButton variant="outline">{t('settings.save')}</SubmitButton>
                </div>
              )}
            </FormPart>
          </fieldset>
        </Form>
      ))}
    </div>
  );
}
