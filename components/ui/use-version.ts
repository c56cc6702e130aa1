'use client';
import { type RefObject, useEffect, useMemo, useRef } from 'react';

const FIELD = 'version';

/**
 * The version a form was opened on. A live page is drawn again when somebody else has saved, and brings a newer version
 * into the hidden field; what stands in the form is older all the same, so it is sent as what it is, and meets the
 * conflict. After a save of one's own the next version drawn is taken.
 */
export function useVersion(form: RefObject<HTMLFormElement | null>) {
  const version = useRef<string | null>(null);
  const isSaved = useRef(false);
  // After every drawing, because what is drawn may bring the version that was waited for.
  useEffect(() => {
    const drawn = drawnVersion(form.current);
    if (version.current !== null && !(isSaved.current && drawn !== version.current)) return;
    version.current = drawn;
    isSaved.current = false;
  });
  return useMemo(
    () => ({
      /** Writes the version into what is about to be sent. */
      put(data: FormData) {
        if (data.has(FIELD) && version.current !== null && !isSaved.current)
          data.set(FIELD, version.current);
      },
      saved() {
        isSaved.current = true;
      },
      /** The person has seen this version and decided. */
      decided(seen: string) {
        version.current = seen;
        isSaved.current = false;
      },
    }),
    [],
  );
}

function drawnVersion(form: HTMLFormElement | null): string | null {
  const control = form?.elements.namedItem(FIELD);
  return control instanceof HTMLInputElement ? control.value : null;
}
