'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';

export type ErrorWords = { title: string; body: string; number: string; retry: string };

const Words = createContext<ErrorWords | null>(null);

/** Hands the sentences to the error page, which is drawn in the browser and knows no messages. */
export function ErrorWordsProvider({
  words,
  children,
}: {
  words: ErrorWords;
  children: ReactNode;
}) {
  return <Words value={words}>{children}</Words>;
}

/** A page that failed: what, what was kept, the next step, and the number under which it was logged. */
export function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const words = useContext(Words);
  return (
    words && (
      <ErrorPanel
        title={words.title}
        body={words.body}
        idLabel={words.number}
        id={error.digest}
        actions={
          <Button variant="primary" onClick={reset}>
            {words.retry}
          </Button>
        }
      />
    )
  );
}
