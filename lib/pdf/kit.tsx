import { Link, Text, View } from '@react-pdf/renderer';
import type { ComponentProps, ReactNode } from 'react';
import { direction, type Locale } from '@/lib/i18n/locale';
import { textDirection } from './bidi';
import { drawableText } from './clean-text';
import { familiesFor, isCovered } from './coverage';

export type ViewStyle = Exclude<
  ComponentProps<typeof View>['style'],
  readonly unknown[] | undefined
>;

export interface TextStyle {
  size?: number;
  weight?: 400 | 600;
  color?: string;
  lineHeight?: number;
}

/** A stretch of a text in its own size, weight or colour. */
export interface Run extends TextStyle {
  text: string;
}

export interface TProps extends TextStyle {
  /** A string, or stretches of it that differ in style. */
  children: string | readonly (string | Run)[];
  /** Logical, but for 'right': columns of numbers are right-aligned in both directions. */
  align?: 'start' | 'end' | 'right' | 'center';
  /** 'auto' for what people typed: each line runs in the direction of its first letter. */
  dir?: 'auto' | 'page';
  style?: ViewStyle;
  /** Makes the text a link; anything but http and https is ignored. */
  href?: string;
}

interface PageTextProps extends TextStyle {
  say: (page: number, pages: number) => string;
  align?: 'start' | 'end';
  style?: ViewStyle;
}

const SIZE = 9;
const LINE_HEIGHT = 1.5;
const INK = '#1d1b18';

/**
 * The parts that papers are built from, bound to a language. react-pdf inherits no direction, knows
 * no logical properties and draws what it cannot draw as garbage; `T` and `Row` are the only place
 * that deals with it, so a paper never names left, right or a font.
 */
export function paperKit(locale: Locale) {
  const pageDirection = direction(locale);
  const start = pageDirection === 'rtl' ? 'right' : 'left';
  const end = pageDirection === 'rtl' ? 'left' : 'right';

  function T({ children, align = 'start', dir = 'page', style, href, ...look }: TProps) {
    const runs = (typeof children === 'string' ? [children] : children).map(asDrawableRun);
    const plain = runs.map((run) => run.text).join('');
    const own = {
      direction: dir === 'auto' ? textDirection(plain) : pageDirection,
      textAlign: align === 'start' ? start : align === 'end' ? end : align,
    } as const;
    const text = (
      <Text
        style={{ ...style, ...own, ...textStyle(look), fontFamily: familiesFor(plain, locale) }}
      >
        {runs.map((run, index) => (
          <Text
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
            key={index}
            style={{
              ...own,
              ...textStyle({ ...look, ...run }),
              fontFamily: familiesFor(run.text, locale),
            }}
          >
            {run.text}
          </Text>
        ))}
      </Text>
    );
    return href && /^https?:\/\//.test(href) ? (
      <Link src={href} style={{ textDecoration: 'none' }}>
        {text}
      </Link>
    ) : (
      text
    );
  }

  /** A text that counts pages; `say` is asked again for every page. */
  function PageText({ say, align = 'start', style, ...look }: PageTextProps) {
    const fontFamily = familiesFor(drawableText(say(1_234_567, 890), isCovered), locale);
    const own = { direction: pageDirection, textAlign: align === 'end' ? end : start } as const;
    // The inner text is made anew each time: react-pdf multiplies a kept line height by the font
    // size again in every layout of the page.
    return (
      <Text
        style={{ ...style, ...own, fontFamily, fontSize: look.size ?? SIZE }}
        render={({ pageNumber, totalPages }) => (
          <Text style={{ ...own, ...textStyle(look), fontFamily }}>
            {drawableText(say(pageNumber, totalPages ?? pageNumber), isCovered)}
          </Text>
        )}
      />
    );
  }

  function Row({ style, children, ...props }: RowProps) {
    const flexDirection = pageDirection === 'rtl' ? 'row-reverse' : 'row';
    return (
      <View {...props} style={{ ...style, flexDirection }}>
        {children}
      </View>
    );
  }

  return { T, PageText, Row };
}

export type PaperKit = ReturnType<typeof paperKit>;

interface RowProps {
  style?: ViewStyle;
  children?: ReactNode;
  wrap?: boolean;
  fixed?: boolean;
  minPresenceAhead?: number;
}

function asDrawableRun(piece: string | Run): Run {
  const run = typeof piece === 'string' ? { text: piece } : piece;
  return { ...run, text: drawableText(run.text, isCovered) };
}

function textStyle({
  size = SIZE,
  weight = 400,
  color = INK,
  lineHeight = LINE_HEIGHT,
}: TextStyle) {
  return { fontSize: size, fontWeight: weight, color, lineHeight };
}
