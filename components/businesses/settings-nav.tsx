'use client';

import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { mayLeave } from '@/components/ui/unsaved-guard';

/** The sections of the settings: a list at the side, on a phone one choice above. */
export function SettingsNav({
  label,
  sections,
}: {
  label: string;
  sections: { href: string; label: string }[];
}) {
  const path = usePathname();
  const router = useRouter();
  // The longest address that the path begins with: the first section's is the start of all others.
  const current = sections
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
  return (
    <>
      <nav aria-label={label} className="wide-only flex w-44 flex-none flex-col gap-px p-3 ps-4">
        {sections.map((section) => (
          <Link
            key={section.href}
            href={section.href}
            prefetch={false}
            className="side-link"
            aria-current={section.href === current ? 'page' : undefined}
          >
            {section.label}
          </Link>
        ))}
      </nav>
      <div className="phone-only px-4 pb-3">
        <span className="select">
          <select
            className="input"
            aria-label={label}
            value={current ?? ''}
            onChange={(event) => mayLeave() && router.push(event.target.value)}
          >
            {sections.map((section) => (
              <option key={section.href} value={section.href}>
                {section.label}
              </option>
            ))}
          </select>
          <ChevronDown className="icon icon-sm" aria-hidden="true" />
        </span>
      </div>
    </>
  );
}
