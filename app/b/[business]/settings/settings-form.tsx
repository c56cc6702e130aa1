import type { ReactNode } from 'react';
import { Form, type FormAction } from '@/components/ui/form';
import { FormDock } from '@/components/ui/form-dock';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import type { Permission } from '@/lib/permissions/permissions';

/** A settings form: its version, its fields, its docked foot; only to be looked at for a role that may not change it. */
export function SettingsForm(props: {
  ctx: StaffContext;
  action: FormAction;
  version: number | '';
  may?: Permission;
  save?: string;
  saved?: string;
  children: ReactNode;
}) {
  const { ctx, action, version, may = 'settings.write', save, saved, children } = props;
  const { t, locale } = ctx;
  const words = formWords(t, locale);
  if (!ctx.may(may)) {
    return (
      <div className="form">
        <Notice>{t('settings.readOnly')}</Notice>
        <fieldset disabled>{children}</fieldset>
      </div>
    );
  }
  return (
    <Form
      action={action}
      words={words}
      saved={saved ?? t('settings.saved')}
      // What the form says above itself keeps to the width of its fields.
      className="flex flex-1 flex-col [&>.notice]:mx-6 [&>.notice]:mt-2 [&>.notice]:max-w-[57rem] max-md:[&>.notice]:mx-4"
    >
      <input type="hidden" name="version" value={version} />
      <div className="form flex-1">{children}</div>
      <div className="bottom-0 z-[1] max-md:contents md:sticky">
        <FormDock unsaved={words.unsaved} saving={words.saving}>
          <SubmitButton kbd="⌘↵">{save ?? t('settings.save')}</SubmitButton>
        </FormDock>
      </div>
    </Form>
  );
}
