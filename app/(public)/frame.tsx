import type { ReactNode } from 'react';
import { PublicFrame } from '@/components/layout/public-frame';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { demoBanner } from '../demo-banner';
import { chooseLanguage } from './actions';

/** The frame of pages that belong to no business, with its words filled in. `next` is where a change of language comes back to. */
export function Frame(props: {
  page: { locale: Locale; t: T };
  next: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const { page, next, wide, children } = props;
  // A form's action answers by where it leads; the type of its return value is of no use there.
  const choose = chooseLanguage as unknown as (form: FormData) => Promise<void>;
  return (
    <PublicFrame
      locale={page.locale}
      skip={page.t('frame.skip')}
      language={{ action: choose, next }}
      wide={wide}
      banner={demoBanner(page.t)}
    >
      {children}
    </PublicFrame>
  );
}

/** The head of such a page: what it is for, in one line and one sentence. */
export function Heading(props: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-5">
      <h1 className="text-2xl font-semibold leading-tight">{props.title}</h1>
      {props.children && <p className="mt-2 text-ink-soft">{props.children}</p>}
    </div>
  );
}
