import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './class-names';
import { Icon } from './icon';
import { Kbd } from './kbd';

export type ButtonVariant = 'primary' | 'outline' | 'ghost' | 'danger';

type Look = {
  variant?: ButtonVariant;
  size?: 'md' | 'sm';
  icon?: ReactNode;
  /** An icon after the words, such as a chevron. */
  iconEnd?: ReactNode;
};

/** The class names of a button, for the rare element that is neither button nor link. */
export function buttonClass(variant: ButtonVariant = 'outline', size: 'md' | 'sm' = 'md'): string {
  return cx('btn', variant !== 'outline' && variant, size === 'sm' && 'sm');
}

/** A button; `type="button"` unless told. While `busy` it turns and ignores the pointer, but keeps its focus. */
export function Button({
  variant,
  size,
  icon,
  iconEnd,
  kbd,
  busy,
  className,
  children,
  ...rest
}: Look & { busy?: boolean; kbd?: string } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      aria-keyshortcuts={kbd?.startsWith('⌘') ? 'Meta+Enter Control+Enter' : undefined}
      {...rest}
      aria-busy={busy || undefined}
      className={cx(buttonClass(variant, size), className)}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon>{icon}</Icon>}
      {children}
      {iconEnd && <Icon small>{iconEnd}</Icon>}
      {kbd && <Kbd>{kbd}</Kbd>}
    </button>
  );
}

/** A link that looks like a button. `download` and other origins get a plain link, everything else a client one. */
export function LinkButton({
  variant,
  size,
  icon,
  iconEnd,
  className,
  children,
  href,
  plain,
  ...rest
}: Look & { href: string; plain?: boolean } & Omit<ComponentProps<'a'>, 'href' | 'ref'>) {
  const inner = (
    <>
      {icon && <Icon>{icon}</Icon>}
      {children}
      {iconEnd && <Icon small>{iconEnd}</Icon>}
    </>
  );
  const look = cx(buttonClass(variant, size), className);
  const isPlain = plain || rest.download !== undefined || /^[a-z]+:/.test(href);
  if (isPlain) {
    return (
      <a href={href} {...rest} className={look}>
        {inner}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} {...rest} className={look}>
      {inner}
    </Link>
  );
}
