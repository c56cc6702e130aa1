'use client';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button';

/** Copies a text and says so for two seconds. */
export function CopyButton({
  text,
  label,
  copied,
}: {
  text: string;
  label: string;
  copied: string;
}) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setDone(true);
    setTimeout(() => setDone(false), 2_000);
  };
  return (
    <Button size="sm" variant="ghost" icon={done ? <Check /> : <Copy />} onClick={copy}>
      <span aria-live="polite">{done ? copied : label}</span>
    </Button>
  );
}
