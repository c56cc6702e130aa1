import type { ReactNode } from 'react';
import type { BrandTokens } from '@/lib/businesses/brand';
import type { Locale } from '@/lib/i18n/locale';
import { LINK_PLACEHOLDER } from '@/lib/links/link-url';
import type { MoneyParts } from '@/lib/money/format-money';
import { Facts, type MailFact } from './facts';
import { INK, LINE_STRONG, MailButton, MailLayout, MailRow, SOFT } from './layout';
import { type RenderedMail, renderHtml, textPart } from './render';
import type { MailSender } from './sender';

/** Where the logo is found inside the mail; the bytes are attached at sending. */
export const LOGO_CID = 'logo';
const LOGO_HEIGHT = 40;
/** Stands in a sentence where the address goes; no message can hold it by itself. */
export const LINK_MARK = '\u0001';

/** Everything a mail of a business to its client says, in finished words of the client's language. */
export type BusinessMail = {
  locale: Locale;
  subject: string;
  preview: string;
  sender: MailSender;
  brand: BrandTokens;
  hasLogo: boolean;
  /** Before the amount: greeting and what it is about. */
  opening: readonly string[];
  figure: { label: string; amount: MoneyParts; text: string; note: string } | null;
  /** Outlined when there is nothing to do behind it. */
  button: { label: string; outlined: boolean } | null;
  facts: readonly MailFact[];
  /** After the facts: the rest of the owner's words. */
  closing: readonly string[];
  /** Sentences of small print; one holds LINK_MARK. */
  note: readonly string[];
};

/** Writes the mail out, HTML and text; both hold LINK_PLACEHOLDER where the address goes at sending. */
export async function renderBusinessMail(mail: BusinessMail): Promise<RenderedMail> {
  return {
    subject: mail.subject,
    html: await renderHtml(<BusinessMailPage mail={mail} />),
    text: plainText(mail),
  };
}

function BusinessMailPage({ mail }: { mail: BusinessMail }) {
  const { locale, brand, button, figure } = mail;
  const accent = brand['--color-accent'];
  return (
    <MailLayout
      locale={locale}
      title={mail.subject}
      preview={mail.preview}
      sender={mail.sender.name}
      logo={mail.hasLogo ? { src: `cid:${LOGO_CID}`, height: LOGO_HEIGHT } : null}
      footer={<Lines lines={mail.sender.lines} />}
    >
      <MailRow locale={locale} top={32}>
        <Paragraphs paragraphs={mail.opening} />
      </MailRow>
      {figure && (
        <MailRow locale={locale} top={14} size={14} soft>
          {figure.label}
          <br />
          <Figure parts={figure.amount} />
          <br />
          {figure.note}
        </MailRow>
      )}
      {button && (
        <MailRow locale={locale} top={22}>
          <MailButton
            locale={locale}
            href={LINK_PLACEHOLDER}
            label={button.label}
            fill={button.outlined ? '#ffffff' : accent}
            text={button.outlined ? INK : brand['--color-on-accent']}
            edge={button.outlined ? LINE_STRONG : brand['--color-accent-edge']}
          />
        </MailRow>
      )}
      {mail.facts.length > 0 && <Facts locale={locale} facts={mail.facts} />}
      {mail.closing.length > 0 && (
        <MailRow locale={locale} top={24}>
          <Paragraphs paragraphs={mail.closing} />
        </MailRow>
      )}
      {mail.note.length > 0 && (
        <MailRow locale={locale} top={20} size={14} soft>
          <Note sentences={mail.note} gap={gapOf(locale)} colour={brand['--color-accent-text']} />
        </MailRow>
      )}
    </MailLayout>
  );
}

function Paragraphs({ paragraphs }: { paragraphs: readonly string[] }) {
  return paragraphs.map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: written once, never updated
    <p key={index} dir="auto" style={{ margin: '0 0 12px' }}>
      <Lines lines={paragraph.split('\n')} />
    </p>
  ));
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.flatMap((line, index): ReactNode[] =>
    // biome-ignore lint/suspicious/noArrayIndexKey: written once, never updated
    index === 0 ? [unbroken(line)] : [<br key={index} />, unbroken(line)],
  );
}

/** Document numbers: programs break them at their hyphens, and from right to left the halves change places. */
const NUMBER = /([A-Z0-9]+(?:[-/][A-Z0-9]+)*[-/][0-9]+)/;

function unbroken(line: string): ReactNode {
  const parts = line.split(NUMBER);
  if (parts.length === 1) return line;
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: written once, never updated
      <span key={index} dir="ltr" style={{ whiteSpace: 'nowrap' }}>
        {part}
      </span>
    ),
  );
}

/** The one large amount; a currency that is a word stands smaller, after the digits. */
function Figure({ parts }: { parts: MoneyParts }) {
  const digits = parts.symbolAfter
    ? parts.minus + parts.digits
    : parts.minus + parts.symbol + parts.gap + parts.digits;
  return (
    <span
      className="big"
      style={{
        fontSize: '40px',
        lineHeight: '1.25',
        fontWeight: 600,
        color: INK,
        whiteSpace: 'nowrap',
      }}
    >
      <span dir="ltr">{digits}</span>
      {parts.symbolAfter && (
        <span style={{ fontSize: '20px', fontWeight: 500 }}> {parts.symbol}</span>
      )}
    </span>
  );
}

function Note(props: { sentences: readonly string[]; gap: string; colour: string }) {
  const { sentences, gap, colour } = props;
  const [before = '', after] = sentences.join(gap).split(LINK_MARK);
  return (
    <>
      {before}
      {after !== undefined && (
        <a
          href={LINK_PLACEHOLDER}
          dir="ltr"
          style={{
            color: colour,
            textDecoration: 'underline',
            display: 'inline-block',
            wordBreak: 'break-all',
          }}
        >
          {LINK_PLACEHOLDER}
        </a>
      )}
      {after && <span style={{ color: SOFT }}>{after}</span>}
    </>
  );
}

/** Chinese sentences follow each other without a space. */
function gapOf(locale: Locale): string {
  return locale === 'zh' ? '' : ' ';
}

function plainText(mail: BusinessMail): string {
  const { figure, button, facts, locale } = mail;
  const colon = locale === 'zh' ? '：' : ': ';
  return textPart([
    ...mail.opening,
    figure && `${figure.label}${colon}${figure.text}\n${figure.note}`.trim(),
    button && `${button.label}${colon.trimEnd()}\n${LINK_PLACEHOLDER}`,
    facts.map((fact) => `${fact.label}${colon}${fact.value}`).join('\n'),
    ...mail.closing,
    mail.note.filter((sentence) => !sentence.includes(LINK_MARK)).join(gapOf(locale)),
    ['-- ', mail.sender.name, ...mail.sender.lines].join('\n'),
  ]);
}
