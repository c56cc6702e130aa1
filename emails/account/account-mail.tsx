import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { MailButton, MailLayout, MailRow } from '../layout';
import { type RenderedMail, renderHtml, textPart } from '../render';

const ACCENT = '#0b5d57';

/** Whom a mail of the instance itself is for; `instance` is our own address, so that they see where it comes from. */
export type AccountReader = { locale: Locale; t: T; instance: string };

/** What the mails of the instance have in common: a few sentences, one button and its address in full. */
export type AccountMail = {
  subject: string;
  sender: string;
  greeting: string;
  body: readonly string[];
  button: { label: string; url: string };
  /** A second way on, smaller. */
  other?: { label: string; url: string };
  after: readonly string[];
};

/** Writes an account mail out, HTML and text. */
export async function renderAccountMail(
  reader: AccountReader,
  mail: AccountMail,
): Promise<RenderedMail> {
  const { greeting, body, button, other, after, subject } = mail;
  const footer = reader.t('auth.mail.footer', { instance: new URL(reader.instance).host });
  return {
    subject,
    html: await renderHtml(<AccountMailPage reader={reader} mail={mail} footer={footer} />),
    text: textPart([
      greeting,
      ...body,
      button.url,
      other ? `${other.label}\n${other.url}` : null,
      ...after,
      footer,
    ]),
  };
}

function AccountMailPage(props: { reader: AccountReader; mail: AccountMail; footer: string }) {
  const { reader, mail, footer } = props;
  const { locale, t } = reader;
  const { subject, sender, greeting, body, button, other, after } = mail;
  return (
    <MailLayout
      locale={locale}
      title={subject}
      preview={body[0] ?? ''}
      sender={sender}
      footer={footer}
    >
      <MailRow locale={locale} top={32}>
        {[greeting, ...body].map((sentence) => (
          <p key={sentence} style={{ margin: '0 0 12px' }}>
            {sentence}
          </p>
        ))}
      </MailRow>
      <MailRow locale={locale} top={10}>
        <MailButton
          locale={locale}
          href={button.url}
          label={button.label}
          fill={ACCENT}
          text="#ffffff"
          edge={ACCENT}
        />
      </MailRow>
      <MailRow locale={locale} top={24} size={14} soft>
        {other && <Address label={other.label} url={other.url} />}
        {after.map((sentence) => (
          <p key={sentence} style={{ margin: '0 0 8px' }}>
            {sentence}
          </p>
        ))}
        <Address label={t('auth.mail.address')} url={button.url} />
      </MailRow>
    </MailLayout>
  );
}

function Address({ label, url }: { label: string; url: string }) {
  return (
    <p style={{ margin: '0 0 8px', wordBreak: 'break-all' }}>
      {label}
      <br />
      <a href={url} dir="ltr" style={{ color: ACCENT, textDecoration: 'underline' }}>
        {url}
      </a>
    </p>
  );
}
