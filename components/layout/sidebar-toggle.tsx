'use client';
import { PanelLeftClose } from 'lucide-react';
import { useState } from 'react';

const YEAR = 365 * 24 * 60 * 60;

/** Folds the sidebar to icons and remembers it in this browser. */
export function SidebarToggle({
  collapse,
  expand,
  closed: startsClosed,
}: {
  collapse: string;
  expand: string;
  closed: boolean;
}) {
  const [closed, setClosed] = useState(startsClosed);
  const toggle = () => {
    const next = closed ? 'open' : 'closed';
    document.getElementById('frame')?.setAttribute('data-sidebar', next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `portico-sidebar=${next}; path=/; max-age=${YEAR}; samesite=lax`;
    setClosed(!closed);
  };
  return (
    <button
      type="button"
      className="side-link side-toggle"
      onClick={toggle}
      title={closed ? expand : collapse}
      aria-expanded={!closed}
    >
      <PanelLeftClose className="icon mirror" aria-hidden="true" />
      <span className="side-label">{closed ? expand : collapse}</span>
    </button>
  );
}
