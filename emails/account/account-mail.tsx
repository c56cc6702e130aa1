import type { Locale } from '@/lib/i18n/locale';
import { MailButton, MailLayout, MailRow } from '../layout';

const ACCENT = '#0b5d57';

/** What the mails of the instance itself have in common: a few sentences, one button, the address in full. */
export function AccountMail(props: {
  locale: Locale;
  subject: string;
  preview: string;
  sender: string;
  greeting: string;
  body: readonly string[];
  button: string;
  url: string;
  address: string;
  after: readonly string[];
  footer: string;
}) {
  const { locale, subject, preview, sender, greeting, body, button, url, address, after, footer } =
    props;
  return (
    <MailLayout locale={locale} title={subject} preview={preview} sender={sender} footer={footer}>
      <MailRow locale={locale} top={32}>
        {[greeting, ...body].filter(Boolean).map((sentence) => (
          <p key={sentence} style={{ margin: '0 0 12px' }}>
            {sentence}
          </p>
        ))}
      </MailRow>
      <MailRow locale={locale} top={10}>
        <MailButton
          locale={locale}
          href={url}
          label={button}
          fill={ACCENT}
          text="#ffffff"
          edge={ACCENT}
        />
      </MailRow>
      <MailRow locale={locale} top={24} size={14} soft>
        {after.map((sentence) => (
          <p key={sentence} style={{ margin: '0 0 8px' }}>
            {sentence}
          </p>
        ))}
        <p style={{ margin: 0, wordBreak: 'break-all' }}>
          {address}
          <br />
          <a href={url} dir="ltr" style={{ color: ACCENT, textDecoration: 'underline' }}>
            {url}
          </a>
        </p>
      </MailRow>
    </MailLayout>
  );
}
