import type { CSSProperties, ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { sides } from './render';

const FONTS: Record<Locale, string> = {
  en: "Inter,'Helvetica Neue',Helvetica,Arial,sans-serif",
  ar: "Vazirmatn,'Segoe UI',Tahoma,'Geeza Pro','Noto Sans Arabic',Arial,sans-serif",
  zh: "'Noto Sans SC','PingFang SC','Microsoft YaHei','Hiragino Sans GB',sans-serif",
};

const LINE_HEIGHTS: Record<Locale, string> = { en: '1.55', ar: '1.75', zh: '1.65' };

export const INK = '#1d1b18';
export const SOFT = '#5b564e';
const CANVAS = '#f7f6f3';
export const LINE = '#e4e1db';
/** The outline of a button with nothing to do behind it. */
export const LINE_STRONG = '#c9c4bb';

/** The text style of mails in one language; everything is inline, because mail programs drop style sheets. */
export function textStyle(locale: Locale, size: number, colour: string = INK): CSSProperties {
  return {
    fontFamily: FONTS[locale],
    fontSize: `${size}px`,
    lineHeight: LINE_HEIGHTS[locale],
    color: colour,
  };
}

/** `height` is how high it is shown; the width follows. */
export type MailLogo = { src: string; height: number };

// Phones alone; programs that ignore it show the same mail a little wider.
const PHONE =
  '@media (max-width:620px){.pad{padding-left:20px!important;padding-right:20px!important}.big{font-size:34px!important}.btn,.btn a{width:100%!important}}';

/** The frame of every mail: canvas, sender above, white sheet, small print below. Rows are `<MailRow>`s. */
export function MailLayout(props: {
  locale: Locale;
  title: string;
  /** The line that inboxes show after the subject. */
  preview: string;
  sender: string;
  logo?: MailLogo | null;
  footer: ReactNode;
  children: ReactNode;
}) {
  const { locale, title, preview, sender, logo, footer, children } = props;
  const { dir, start, lang } = sides(locale);
  const whole = { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0, border: 0 };
  return (
    <html lang={lang} dir={dir}>
      {/* biome-ignore lint/style/noHeadElement: a mail is a document of its own. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <title>{title}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; React would escape its quotes. */}
        <style dangerouslySetInnerHTML={{ __html: PHONE }} />
      </head>
      <body
        dir={dir}
        style={{ margin: 0, padding: 0, background: CANVAS, WebkitTextSizeAdjust: '100%' }}
      >
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
        <table {...whole} dir={dir} style={{ background: CANVAS }}>
          <tbody>
            <tr>
              <td align="center" style={{ padding: '28px 8px' }}>
                <table
                  {...whole}
                  width={600}
                  dir={dir}
                  style={{ width: '100%', maxWidth: '600px' }}
                >
                  <tbody>
                    <tr>
                      <td align={start} style={{ padding: '0 8px 18px' }}>
                        <Sender locale={locale} name={sender} logo={logo ?? null} />
                      </td>
                    </tr>
                    <tr>
                      <td
                        style={{
                          background: '#ffffff',
                          border: `1px solid ${LINE}`,
                          borderRadius: '10px',
                        }}
                      >
                        <table {...whole} dir={dir}>
                          <tbody>
                            {children}
                            <tr>
                              <td height={30} style={{ height: '30px', lineHeight: '30px' }} />
                            </tr>
                          </tbody>
                        </table>
                      </td>
                    </tr>
                    <tr>
                      <td
                        className="pad"
                        align={start}
                        style={{ padding: '18px 8px 0', ...textStyle(locale, 13, SOFT) }}
                      >
                        {footer}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Sender(props: { locale: Locale; name: string; logo: MailLogo | null }) {
  const { locale, name, logo } = props;
  const { dir, start } = sides(locale);
  const text = { ...textStyle(locale, 16), fontWeight: 600 };
  if (!logo) return <span style={text}>{name}</span>;
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0} dir={dir}>
      <tbody>
        <tr>
          <td>
            {/* biome-ignore lint/performance/noImgElement: a mail has no other. */}
            <img
              src={logo.src}
              height={logo.height}
              alt=""
              style={{ display: 'block', border: 0, height: `${logo.height}px`, maxWidth: '200px' }}
            />
          </td>
          <td width={10} />
          <td align={start} style={text}>
            {name}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** One row of the sheet. `top` is the space above it in pixels. */
export function MailRow(props: {
  locale: Locale;
  top?: number;
  size?: number;
  soft?: boolean;
  children: ReactNode;
}) {
  const { locale, top = 16, size = 16, soft = false, children } = props;
  return (
    <tr>
      <td
        className="pad"
        align={sides(locale).start}
        style={{ padding: `${top}px 36px 0`, ...textStyle(locale, size, soft ? SOFT : INK) }}
      >
        {children}
      </td>
    </tr>
  );
}

/** A coloured cell around a link: what every mail program can draw. Outlined when there is nothing to do. */
export function MailButton(props: {
  locale: Locale;
  href: string;
  label: string;
  fill: string;
  text: string;
  edge: string;
}) {
  const { locale, href, label, fill, text, edge } = props;
  return (
    <table
      className="btn"
      role="presentation"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      dir={sides(locale).dir}
    >
      <tbody>
        <tr>
          <td
            align="center"
            {...{ bgcolor: fill }}
            style={{ background: fill, border: `1px solid ${edge}`, borderRadius: '6px' }}
          >
            <a
              href={href}
              style={{
                display: 'inline-block',
                boxSizing: 'border-box',
                padding: '15px 30px',
                ...textStyle(locale, 17, text),
                lineHeight: '24px',
                fontWeight: 600,
                textDecoration: 'none',
              }}
            >
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
