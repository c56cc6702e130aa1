import { Notice } from '@/components/ui/notice';
import type { T } from '@/lib/i18n/translate';
import { accountMailWay } from '@/lib/mail/instance-mail';

/** Says where mails about accounts go while the instance has no mail server. Nothing when it has one. */
export function AccountMailNotice({ t }: { t: T }) {
  const way = accountMailWay();
  return way === 'smtp' ? null : <Notice tone="warn">{t(`auth.accountMail.${way}`)}</Notice>;
}
