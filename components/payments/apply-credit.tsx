import { AmountField } from '@/components/ui/amount-input';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { FormAction } from '@/components/ui/form';
import { formWords } from '@/components/ui/words';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { currencySign } from '@/lib/money/currency-sign';
import { toDecimalText } from '@/lib/money/money';

/**
 * A button that settles an open invoice from the client's credit, after asking how much. Nothing while there is no credit
 * or nothing open. `action` is `applyCredit` of the payments' actions, bound to the business; amounts in minor units.
 */
export function ApplyCredit({
  t,
  f,
  locale,
  action,
  invoice,
  credit,
}: {
  t: T;
  f: Formatter;
  locale: Locale;
  action: FormAction;
  invoice: { id: string; number: string; currency: string; open: bigint };
  credit: bigint;
}) {
  const { id, number, currency, open } = invoice;
  if (credit <= 0n || open <= 0n) return null;
  const most = credit < open ? credit : open;
  const sign = currencySign(currency, locale);
  return (
    <ConfirmDialog
      trigger={<Button>{t('payments.credit.open')}</Button>}
      title={t('payments.credit.title', { number })}
      body={t('payments.credit.body', {
        credit: f.money(credit, currency),
        open: f.money(open, currency),
      })}
      confirm={t('payments.credit.confirm')}
      cancel={t('common.form.cancel')}
      action={action}
      words={formWords(t, locale)}
      saved={t('payments.credit.done')}
      fields={{ documentId: id, open: String(open) }}
    >
      <AmountField
        name="amount"
        label={t('payments.credit.amount')}
        required
        sign={sign.text}
        signAfter={sign.after}
        defaultValue={toDecimalText(most, currency)}
      />
    </ConfirmDialog>
  );
}
