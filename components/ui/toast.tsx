'use client';
import { type ComponentType, useEffect, useState } from 'react';
import type { ToasterProps } from 'sonner';

/** The place where toasts appear; loads after the page, because nothing is said before. */
export function Toaster({ label, dir }: { label: string; dir: 'ltr' | 'rtl' }) {
  const [Part, setPart] = useState<ComponentType<ToasterProps> | null>(null);
  useEffect(() => {
    import('sonner').then((sonner) => setPart(() => sonner.Toaster));
  }, []);
  return (
    Part && (
      <Part
        dir={dir}
        position={dir === 'rtl' ? 'bottom-left' : 'bottom-right'}
        offset={{ bottom: '4.5rem' }}
        mobileOffset={{ bottom: '8rem' }}
        // The list brings a font of its own, which `inherit` below would otherwise pass on.
        // An open dialog makes everything else deaf; what was just done can be taken back all the same.
        style={{ fontFamily: 'inherit', pointerEvents: 'auto' }}
        containerAriaLabel={label}
        toastOptions={{
          style: {
            background: 'var(--color-ink)',
            color: 'var(--color-surface)',
            border: 0,
            borderRadius: 'var(--radius-md)',
            fontFamily: 'inherit',
          },
        }}
      />
    )
  );
}
