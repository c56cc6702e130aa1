import type { FormAction } from '@/components/ui/form';
import { formWords } from '@/components/ui/words';
import type { ActionResult } from '@/lib/actions/result';
import type { StaffContext } from '@/lib/auth/context';
import type { SavedViewRow } from '@/lib/members/saved-views';
import { SavedView } from './saved-view';

type Lists = 'CLIENTS' | 'INVOICES';

/** The button that keeps the filters of a list as a tab, or takes the open tab away; nothing without filters. */
export function SavedViewPart({
  ctx,
  list,
  query,
  views,
  isNarrowed,
  freshId,
  actions,
}: {
  ctx: StaffContext;
  list: Lists;
  /** The filters as they stand in the address. */
  query: string;
  views: SavedViewRow[];
  isNarrowed: boolean;
  /** For a view that is not saved yet. */
  freshId: string;
  /** Bound to the business. */
  actions: {
    save: FormAction & ((view: SavedViewRow & { list: Lists }) => Promise<ActionResult>);
    remove: (view: { id: string }) => Promise<ActionResult>;
  };
}) {
  const { t, locale } = ctx;
  const open = views.find((view) => view.query === query);
  if (!open && !isNarrowed) return null;
  return (
    <SavedView
      key={open?.id ?? query}
      view={open ? { ...open, list } : { id: freshId, list, name: '', query }}
      isSaved={Boolean(open)}
      save={actions.save}
      restore={actions.save}
      remove={actions.remove}
      formWords={formWords(t, locale)}
      words={{
        save: t('members.views.save'),
        title: t('members.views.title'),
        name: t('members.views.name'),
        nameHelp: t('members.views.nameHelp'),
        confirm: t('members.views.confirm'),
        saved: t('members.views.saved'),
        remove: t('members.views.remove'),
        removed: t('members.views.removed'),
        undo: t('members.views.undo'),
        failed: t('common.failed'),
        close: t('common.close'),
      }}
    />
  );
}

/** The saved views as further tabs of a list. */
export function savedTabs(views: SavedViewRow[], base: string, query: string) {
  return views.map((view) => ({
    href: `${base}?${view.query}`,
    label: view.name,
    current: view.query === query,
  }));
}
