'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useDeed } from '@/components/ui/use-deed';
import type { ActionResult } from '@/lib/actions/result';

type Tested = { worked: boolean; text: string };

/** Sends a test mail and says what became of it. */
export function MailTest({
  test,
  words,
  children,
}: {
  test: (input: Record<string, never>) => Promise<ActionResult<Tested>>;
  words: { button: string; sending: string; failed: string };
  /** What else can be done with the server. */
  children?: ReactNode;
}) {
  const [result, setResult] = useState<Tested | null>(null);
  const { busy, perform } = useDeed(words.failed);
  const send = () => {
    setResult(null);
    perform(() => test({}), setResult);
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} onClick={send} className="wraps">
          {busy ? words.sending : words.button}
        </Button>
        {children}
      </div>
      {result && <Notice tone={result.worked ? 'good' : 'bad'}>{result.text}</Notice>}
    </div>
  );
}
