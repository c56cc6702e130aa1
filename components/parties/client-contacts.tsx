import { Ellipsis, Pencil, Plus, Star, UserX } from 'lucide-react';
import { Panel } from '@/components/layout/section';
import { Ltr } from '@/components/ui/amount';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { IconButton } from '@/components/ui/icon-button';
import type { ActionResult } from '@/lib/actions/result';
import type { Contact } from '@/lib/db/generated/client';
import type { T } from '@/lib/i18n/translate';
import { displayName } from '@/lib/parties/names';
import { displayPhone, phoneHref } from '@/lib/places/phone';
import { ContactDialog, type ContactWords } from './contact-dialog';
import { DeedMenu } from './deed-menu';

export type ContactDeeds = {
  add: FormAction;
  update: FormAction;
  archive: (row: { id: string }) => Promise<ActionResult>;
  makeMain: (row: { id: string }) => Promise<ActionResult>;
};

/** The people at a client, the main one first: how to reach each, and what mail they receive. */
export function ClientContacts({
  contacts,
  partyId,
  country,
  home,
  newContactId,
  deeds,
  formWords,
  t,
}: {
  contacts: Contact[];
  partyId: string;
  country: string;
  /** Where the reader's business is: phones of that country are written the short way. */
  home: string;
  newContactId: string;
  /** Null for a reader who may not change anything. */
  deeds: ContactDeeds | null;
  formWords: FormWords;
  t: T;
}) {
  const words = contactWords(t);
  return (
    <Panel
      plain
      title={t('clients.contacts.title')}
      end={
        deeds && (
          <ContactDialog
            trigger={
              <Button variant="ghost" size="sm" icon={<Plus />}>
                {t('clients.contacts.add')}
              </Button>
            }
            title={t('clients.contacts.new')}
            action={deeds.add}
            fields={{ id: newContactId, partyId }}
            country={country}
            words={words}
            formWords={formWords}
          />
        )
      }
    >
      {contacts.length === 0 && <p className="meta">{t('clients.contacts.none')}</p>}
      {contacts.map((contact) => (
        <div key={contact.id} className="flex gap-2.5 py-1.5 text-sm">
          <Avatar name={displayName({ kind: 'PERSON', ...contact })} />
          <div className="min-w-0 flex-1">
            <ContactFacts contact={contact} home={home} t={t} />
          </div>
          {deeds && (
            <ContactMenu
              contact={contact}
              country={country}
              deeds={deeds}
              words={words}
              formWords={formWords}
              t={t}
            />
          )}
        </div>
      ))}
    </Panel>
  );
}

function ContactFacts({ contact, home, t }: { contact: Contact; home: string; t: T }) {
  const about = [
    contact.jobTitle,
    contact.isMain && t('clients.contacts.main'),
    contact.getsInvoices && t('clients.contacts.invoices'),
    contact.getsReceipts && t('clients.contacts.receipts'),
  ].filter(Boolean);
  const tel = contact.phone ? phoneHref(contact.phone) : null;
  return (
    <>
      <div className="font-medium">
        <bdi>{displayName({ kind: 'PERSON', ...contact })}</bdi>
      </div>
      {about.length > 0 && <div className="meta">{about.join(' · ')}</div>}
      {contact.email && (
        <a className="link clip block font-normal" href={`mailto:${contact.email}`}>
          <Ltr>{contact.email}</Ltr>
        </a>
      )}
      {contact.phone && (
        <a className="meta block" href={tel ?? undefined}>
          <Ltr className="fig">{displayPhone(contact.phone, home)}</Ltr>
        </a>
      )}
    </>
  );
}

function ContactMenu({
  contact,
  country,
  deeds,
  words,
  formWords,
  t,
}: {
  contact: Contact;
  country: string;
  deeds: ContactDeeds;
  words: ContactWords;
  formWords: FormWords;
  t: T;
}) {
  const name = displayName({ kind: 'PERSON', ...contact });
  return (
    <span className="-me-2 flex flex-none items-start">
      <ContactDialog
        trigger={
          <IconButton size="sm" label={t('clients.contacts.editName', { name })}>
            <Pencil />
          </IconButton>
        }
        title={t('clients.contacts.editName', { name })}
        action={deeds.update}
        fields={{ id: contact.id, version: String(contact.version) }}
        country={country}
        values={valuesOf(contact)}
        words={words}
        formWords={formWords}
      />
      <DeedMenu
        failed={t('common.failed')}
        trigger={
          <IconButton size="sm" label={t('clients.contacts.more', { name })}>
            <Ellipsis />
          </IconButton>
        }
        entries={[
          ...(contact.isMain
            ? []
            : [
                {
                  label: t('clients.contacts.makeMain'),
                  icon: <Star />,
                  run: deeds.makeMain.bind(null, { id: contact.id }),
                  done: t('clients.contacts.nowMain', { name }),
                },
              ]),
          {
            label: t('clients.contacts.remove'),
            icon: <UserX />,
            danger: true,
            ask: {
              title: t('clients.contacts.removeTitle', { name }),
              body: t('clients.contacts.removeBody', { name }),
              cancel: words.cancel,
            },
            run: deeds.archive.bind(null, { id: contact.id }),
            done: t('clients.contacts.removed', { name }),
          },
        ]}
      />
    </span>
  );
}

function valuesOf({ givenName, familyName, jobTitle, email, phone, ...contact }: Contact) {
  const { getsInvoices, getsReceipts } = contact;
  const read = displayPhone(phone, '');
  return { givenName, familyName, jobTitle, email, phone: read, getsInvoices, getsReceipts };
}

function contactWords(t: T): ContactWords {
  return {
    givenName: t('clients.form.givenName'),
    familyName: t('clients.form.familyName'),
    jobTitle: t('clients.form.jobTitle'),
    email: t('clients.form.email'),
    phone: t('clients.form.phone'),
    mail: t('clients.contacts.mail'),
    getsInvoices: t('clients.contacts.getsInvoices'),
    getsReceipts: t('clients.contacts.getsReceipts'),
    save: t('common.form.save'),
    cancel: t('common.form.cancel'),
    saved: t('clients.contacts.saved'),
  };
}
