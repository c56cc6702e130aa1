'use client';
import { ChevronsUpDown } from 'lucide-react';
import { initials } from '@/components/ui/avatar';
import { Menu } from '@/components/ui/menu';

/** The business at the head of the sidebar; a menu when the person belongs to more than one. */
export function BusinessSwitch({
  business,
  businesses,
  words,
}: {
  business: { name: string; home: string };
  businesses: { name: string; href: string }[];
  words: { businesses: string; allBusinesses: string };
}) {
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="side-business" title={business.name}>
          <span className="side-logo flex-none" aria-hidden="true">
            {initials(business.name).slice(0, 1)}
          </span>
          <span className="side-label clip">{business.name}</span>
          <ChevronsUpDown
            className="side-switch icon icon-sm ms-auto text-ink-soft"
            aria-hidden="true"
          />
        </button>
      }
      items={[
        { heading: words.businesses },
        { label: business.name, href: business.home, checked: true },
        ...businesses.map(({ name, href }) => ({ label: name, href, checked: false })),
        'line',
        { label: words.allBusinesses, href: '/businesses' },
      ]}
    />
  );
}
