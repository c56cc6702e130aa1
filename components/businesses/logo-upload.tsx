'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FileDrop } from '@/components/ui/file-drop';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/show-toast';

/** Uploads a picture as soon as it is dropped or chosen, and says what is wrong with it. */
export function LogoUpload({
  address,
  words,
}: {
  address: string;
  words: { drop: string; uploading: string; uploaded: string; failed: string };
}) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const upload = async ([file]: File[]) => {
    if (!file || busy) return;
    setBusy(true);
    setProblem(null);
    const form = new FormData();
    form.set('logo', file);
    try {
      const answer = await fetch(address, { method: 'POST', body: form });
      if (answer.ok) {
        await showToast(words.uploaded);
        router.refresh();
      } else {
        const { error } = (await answer.json()) as { error: string };
        // Sentences come from the server for what is wrong with the picture; other answers are codes.
        setProblem(answer.status === 422 || answer.status === 413 ? error : words.failed);
      }
    } catch {
      setProblem(words.failed);
    } finally {
      setBusy(false);
      // A fresh drop place: the same file can be chosen again.
      setRound((now) => now + 1);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      {problem && <Notice tone="bad">{problem}</Notice>}
      <FileDrop
        key={round}
        name="logo"
        label={busy ? words.uploading : words.drop}
        accept="image/png,image/jpeg,image/webp"
        onFiles={(files) => void upload(files)}
      />
    </div>
  );
}
