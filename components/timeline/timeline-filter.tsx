import { ChevronDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { TIMELINE_FILTERS, type TimelineFilter } from '@/lib/events/timeline-filters';
import type { T } from '@/lib/i18n/translate';

/** What the timeline shows, as a menu of links. `hrefOf` answers the address of each choice. */
export function TimelineFilterMenu({
  t,
  current,
  hrefOf,
  filters = TIMELINE_FILTERS,
}: {
  t: T;
  current: TimelineFilter;
  hrefOf: (filter: TimelineFilter) => string;
  filters?: readonly TimelineFilter[];
}) {
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="sm"
          iconEnd={<ChevronDown />}
          aria-label={`${t('timeline.filter')}: ${t(`timeline.filters.${current}`)}`}
        >
          {t(`timeline.filters.${current}`)}
        </Button>
      }
      items={filters.map((filter) => ({
        label: t(`timeline.filters.${filter}`),
        href: hrefOf(filter),
      }))}
    />
  );
}
