'use client';
import { ChevronsUpDown, UserPlus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { PrintedAddress } from '@/components/places/printed-address';
import { isComposing } from '@/components/ui/is-composing';
import type { EditorClient } from '@/lib/invoices/editor-data';
import { type EditorWords, fill } from './editor-words';
import { LookupList, type LookupRow } from './lookup-list';
import { useLookup } from './use-lookup';

/** Who the invoice is for: the address as it will be printed, or a search with a way to a new client. */
export function ClientPicker({
  client,
  error,
  words,
  clientsUrl,
  onPick,
  onCreate,
}: {
  client: EditorClient | null;
  error?: string;
  words: EditorWords;
  clientsUrl: string;
  onPick: (client: EditorClient) => void;
  /** Left out where the person may not add clients. */
  onCreate?: (name: string) => void;
}) {
  const w = words.client;
  const [searching, setSearching] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (!searching && back.current) button.current?.focus();
    back.current = false;
  }, [searching]);
  const close = (refocus: boolean) => {
    back.current = refocus;
    setSearching(false);
  };
  return (
    <div className="mt-4 text-sm">
      <div className="meta">{words.paper.billTo}</div>
      {client && !searching ? (
        <button
          ref={button}
          type="button"
          className="paper-cell inline-block text-start"
          aria-label={`${w.change}: ${client.name}`}
          onClick={() => setSearching(true)}
        >
          <b className="font-semibold">{client.name}</b>{' '}
          <ChevronsUpDown className="icon icon-sm inline text-ink-soft" aria-hidden="true" />
          <PrintedAddress lines={client.addressLines} />
          {client.taxId && <span className="block text-ink-soft">{client.taxId}</span>}
        </button>
      ) : (
        <ClientSearch
          words={words}
          clientsUrl={clientsUrl}
          focus={searching}
          error={error}
          onPick={(picked) => {
            onPick(picked);
            close(true);
          }}
          onCreate={onCreate}
          onClose={() => close(client !== null)}
        />
      )}
    </div>
  );
}

function ClientSearch({
  words,
  clientsUrl,
  focus,
  error,
  onPick,
  onCreate,
  onClose,
}: {
  words: EditorWords;
  clientsUrl: string;
  focus: boolean;
  error?: string;
  onPick: (client: EditorClient) => void;
  onCreate?: (name: string) => void;
  onClose: () => void;
}) {
  const w = words.client;
  const listId = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(focus);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const query = text.trim();
  // Enter pressed before the answer came: it takes what then stands first.
  const [entered, setEntered] = useState(false);
  const url = `${clientsUrl}?q=${encodeURIComponent(query)}`;
  const found = useLookup<EditorClient>(open || entered ? url : null);
  const clients = found.rows;
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  const rows: LookupRow[] = clients.map((client) => ({
    key: client.id,
    label: client.name,
    note: client.addressLines.at(-1),
  }));
  if (onCreate) {
    rows.push({
      key: 'create',
      icon: <UserPlus className="icon" aria-hidden="true" />,
      label: query ? fill(w.createNamed, { name: query }) : w.create,
    });
  }
  const isFresh = found.status === 'fresh';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is the trigger
  useEffect(() => {
    if (entered && found.status !== 'loading') {
      setEntered(false);
      if (isFresh) choose(0);
    }
  }, [entered, found.status]);
  const choose = (index: number) => {
    const client = clients[index];
    if (client) onPick(client);
    else if (rows[index]) onCreate?.(query);
    setOpen(false);
  };
  const remark =
    found.status === 'failed'
      ? w.failed
      : clients.length > 0
        ? null
        : found.status === 'loading'
          ? w.loading
          : w.none;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes when the focus leaves all of it
    <div
      className="client-pick mt-1"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setOpen(false);
        if (!entered) onClose();
      }}
    >
      <input
        ref={input}
        id="client-search"
        type="text"
        role="combobox"
        className="cell font-semibold"
        autoComplete="off"
        aria-label={w.search}
        aria-expanded={open}
        aria-controls={open && rows.length > 0 ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && rows[active] ? `${listId}-${active}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'client-error' : undefined}
        placeholder={w.choose}
        value={text}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            setOpen(true);
            const next = active + (event.key === 'ArrowDown' ? 1 : -1);
            if (open) setActive(Math.min(Math.max(next, 0), rows.length - 1));
          } else if (event.key === 'Enter' && open && !event.metaKey && !event.ctrlKey) {
            event.preventDefault();
            if (isFresh) choose(active);
            else setEntered(true);
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            setOpen(false);
            onClose();
          }
        }}
      />
      {open && (
        <LookupList
          id={listId}
          label={w.search}
          rows={rows}
          active={active}
          remark={remark}
          onActive={setActive}
          onChoose={choose}
        />
      )}
      {error && (
        <p className="paper-error" id="client-error">
          {error}
        </p>
      )}
    </div>
  );
}
