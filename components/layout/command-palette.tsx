'use client';
import { Command as Cmdk } from 'cmdk';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { mayLeave } from '@/components/ui/unsaved-guard';
import { useReturnFocus } from '@/components/ui/use-return-focus';
import type { Command } from './command';
import { type FoundGroup, findAnywhere } from './find-anywhere';
import type { FrameWords } from './frame-words';

const WAIT = 120;

/** Search over records and commands in one list: what is typed filters the commands and looks up the records. */
export function CommandPalette({
  words,
  base,
  commands,
  onClose,
}: {
  words: FrameWords;
  base: string;
  commands: Command[];
  onClose: () => void;
}) {
  const router = useRouter();
  const returnFocus = useReturnFocus();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<FoundGroup[]>([]);
  const [state, setState] = useState<'idle' | 'searching' | 'failed'>('idle');
  const typed = query.trim();

  useEffect(() => {
    if (!typed) {
      setFound([]);
      setState('idle');
      return;
    }
    const request = new AbortController();
    setState('searching');
    const timer = setTimeout(() => {
      findAnywhere(base, typed, words.found, request.signal).then(
        (groups) => {
          setFound(groups);
          setState('idle');
        },
        () => !request.signal.aborted && setState('failed'),
      );
    }, WAIT);
    return () => {
      request.abort();
      clearTimeout(timer);
    };
  }, [typed, base, words.found]);

  const go = (href: string) => {
    if (!mayLeave()) return;
    onClose();
    router.push(href);
  };
  const folded = typed.toLocaleLowerCase();
  const fitting = commands.filter((command) => command.label.toLocaleLowerCase().includes(folded));
  const groups = [...new Set(fitting.map((command) => command.group))];

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          className="dialog palette"
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
        >
          <Radix.Title className="sr-only">{words.search}</Radix.Title>
          <Cmdk shouldFilter={false} label={words.search}>
            <Cmdk.Input value={query} onValueChange={setQuery} placeholder={words.searchHint} />
            <Cmdk.List label={words.search}>
              <Cmdk.Empty className="menu-label">
                {state === 'searching'
                  ? words.searching
                  : state === 'failed'
                    ? words.searchFailed
                    : words.searchEmpty}
              </Cmdk.Empty>
              {found.map((group) => (
                <Cmdk.Group key={group.label} heading={group.label}>
                  {group.records.map((record) => (
                    <Cmdk.Item
                      key={record.id}
                      value={record.id}
                      className="menu-item"
                      onSelect={() => go(record.href)}
                    >
                      <span className="clip">{record.label}</span>
                      {record.note && <span className="meta clip ms-auto">{record.note}</span>}
                    </Cmdk.Item>
                  ))}
                </Cmdk.Group>
              ))}
              {groups.map((group) => (
                <Cmdk.Group key={group} heading={group}>
                  {fitting
                    .filter((command) => command.group === group)
                    .map((command) => (
                      <Cmdk.Item
                        key={command.href}
                        value={command.href}
                        className="menu-item"
                        onSelect={() => go(command.href)}
                      >
                        <Icon>{command.icon}</Icon>
                        {command.label}
                      </Cmdk.Item>
                    ))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
