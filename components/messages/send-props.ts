import type { ReactElement } from 'react';
import type { ActionResult } from '@/lib/actions/result';
import type { SendWords } from './send-words';

/** What was changed for this one; kept while the page is open, so that closing the dialog loses nothing. */
export type SendEdits = { subject: string | null; body: string | null };

export type SendDialogProps = {
  documentId: string;
  /** The invoice's own address. */
  base: string;
  templatesHref: string | null;
  send: (payload: unknown) => Promise<ActionResult<{ messageId: string; text: string }>>;
  takeBack: (payload: unknown) => Promise<ActionResult<unknown>>;
  words: SendWords;
  trigger: ReactElement;
  /** Before it opens: the editor saves what is typed. False keeps it shut. */
  beforeOpen?: () => Promise<boolean>;
  /** After sending; without it the page is shown afresh. */
  onSent?: () => void;
};
