'use client';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';

type Sentences = { title: string; body: string; retry: string };

/** `away` is said while the database cannot be reached, the rest of any other failure. */
export type ErrorWords = Sentences & { number: string; away: Sentences };

const Words = createContext<ErrorWords | null>(null);

const LOOK_EVERY_MS = 3_000;

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

/**
 * A page that failed: what, what was kept, the next step, and the number under which it was logged. While the database
 * is away it says that instead, and opens by itself when it is back.
 */
export function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const words = useContext(Words);
  const isAway = useAway(retry);
  if (!words) return null;
  const said = isAway ? words.away : words;
  return (
    <ErrorPanel
      title={said.title}
      body={said.body}
      idLabel={words.number}
      id={isAway ? undefined : error.digest}
      actions={
        <Button variant="primary" onClick={retry}>
          {said.retry}
        </Button>
      }
    />
  );
}

/** Whether the database is away; asks until it is back, and then calls once. */
function useAway(onBack: () => void): boolean {
  const [isAway, setAway] = useState(false);
  const back = useRef(onBack);
  back.current = onBack;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (wasAway: boolean) => {
      const away = await isDatabaseAway();
      if (isOver) return;
      setAway(away);
      if (away) timer = setTimeout(() => void look(true), LOOK_EVERY_MS);
      else if (wasAway) back.current();
    };
    void look(false);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);
  return isAway;
}

async function isDatabaseAway(): Promise<boolean> {
  try {
    const answer = await fetch('/api/ready', { cache: 'no-store' });
    const { database } = (await answer.json()) as { database?: string };
    return database !== 'ok';
  } catch {
    // The server itself does not answer, which comes to the same for whoever waits.
    return true;
  }
}
