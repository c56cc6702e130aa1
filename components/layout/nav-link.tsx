'use client';
import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the frame that knows whether it leads to where the reader is, and shows that it is on its way there. */
export function NavLink({
  href,
  exact,
  className,
  title,
  children,
}: {
  href: string;
  exact?: boolean;
  className: string;
  title?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      className={className}
      title={title}
      aria-current={here ? 'page' : undefined}
    >
      {children}
      <OnItsWay />
    </Link>
  );
}

function OnItsWay() {
  const { pending } = useLinkStatus();
  return pending && <span className="on-its-way" aria-hidden="true" />;
}
