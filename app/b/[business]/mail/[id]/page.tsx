import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { Panel, Section, Split } from '@/components/layout/section';
import { MailFrame } from '@/components/messages/mail-frame';
import { messageReason } from '@/components/messages/message-reason';
import { MessageStatePill } from '@/components/messages/message-state';
import { MailAddress } from '@/components/ui/amount';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { LANGUAGE_NAMES } from '@/lib/i18n/locale';
import { logoHashOf, storedAttachments } from '@/lib/messages/attachments';
import { addressNow, findMessage } from '@/lib/messages/queries';
import { shownHtml, shownText } from '@/lib/messages/shown-html';
import { staffPage } from '@/lib/pages/staff-page';
import { MessageActions } from './message-actions';

type Props = { params: Promise<{ business: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'messages.read');
  return { title: t('mail.title') };
}

/** One message: what was sent to whom, what became of it, and what can be done. */
export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'messages.read');
  const message = await found(ctx, (await params).id);
  const { t, f, business } = ctx;
  const attachments = storedAttachments(message.attachments);
  const files = attachments.flatMap((one) => (one.kind === 'document' ? [one.filename] : []));
  const address = await addressNow(ctx, message);
  const reason = messageReason(t, f, message);
  const bad = message.state === 'FAILED' || message.state === 'UNCERTAIN';
  return (
    <>
      <PageHeader
        title={<bdi>{message.subject}</bdi>}
        crumb={{ href: `/b/${business.slug}/mail`, label: t('mail.title') }}
        status={<MessageStatePill t={t} message={message} now={ctx.now()} />}
        actions={<MessageActions ctx={ctx} message={message} address={address} />}
      />
      {reason && (
        <div className="px-6 pb-3 max-md:px-4">
          <Notice tone={bad ? 'bad' : message.state === 'WAITING' ? 'warn' : 'plain'}>
            {reason}
          </Notice>
        </div>
      )}
      {bad && !address && (
        <div className="px-6 pb-3 max-md:px-4">
          <Notice tone="warn">{t('mail.one.againNoAddress')}</Notice>
        </div>
      )}
      <Split aside={<Details ctx={ctx} message={message} files={files} />}>
        <Section title={t('mail.one.html')}>
          <div className="flex flex-col px-6 pb-6 max-md:px-4">
            {message.linkId && <p className="meta mb-2">{t('mail.one.htmlNote')}</p>}
            <div className="flex min-h-[44rem] flex-col">
              <MailFrame
                html={await shownHtml(ctx, message.html, logoHashOf(attachments))}
                title={t('mail.one.html')}
              />
            </div>
            <details className="mt-4">
              <summary className="link cursor-pointer">{t('mail.one.text')}</summary>
              <pre className="mt-2 whitespace-pre-wrap break-words text-sm" dir="auto">
                {shownText(message.text)}
              </pre>
            </details>
          </div>
        </Section>
      </Split>
    </>
  );
}

function Details(props: {
  ctx: StaffContext;
  message: Awaited<ReturnType<typeof findMessage>>;
  files: string[];
}) {
  const { ctx, message, files } = props;
  const { t, f, business } = ctx;
  const { party, document } = message;
  const mail = (address: string) => (
    <div key={address}>
      <MailAddress>{address}</MailAddress>
    </div>
  );
  return (
    <Panel title={t('mail.one.about')}>
      <Facts
        facts={[
          { label: t('mail.one.kind'), value: t(`mail.kinds.${message.kind}`) },
          {
            label: t('mail.one.client'),
            value: (
              <Link
                prefetch={false}
                className="link"
                href={`/b/${business.slug}/clients/${party.id}`}
              >
                {party.displayName}
              </Link>
            ),
          },
          {
            label: t('mail.one.document'),
            value: document?.number && (
              <Link
                prefetch={false}
                className="link"
                href={`/b/${business.slug}/invoices/${document.id}`}
              >
                <bdi dir="ltr">{document.number}</bdi>
              </Link>
            ),
          },
          { label: t('mail.one.to'), value: mail(message.toEmail) },
          { label: t('mail.one.cc'), value: message.cc.length > 0 && message.cc.map(mail) },
          { label: t('mail.one.from'), value: message.replyTo && mail(message.replyTo) },
          { label: t('mail.one.language'), value: LANGUAGE_NAMES[message.locale] },
          {
            label: t('mail.one.attachments'),
            value: files.length > 0 ? <bdi>{f.list(files)}</bdi> : t('mail.one.noAttachments'),
          },
          { label: t('mail.one.created'), value: f.instant(message.createdAt) },
          { label: t('mail.one.sent'), value: message.sentAt && f.instant(message.sentAt) },
          {
            label: t('mail.one.attempts'),
            value: t('mail.one.attemptsCount', { count: message.attempts }),
          },
          {
            label: t('mail.one.nextAttempt'),
            value:
              message.state === 'WAITING' &&
              message.nextAttemptAt &&
              f.instant(message.nextAttemptAt),
          },
          { label: t('mail.one.messageId'), value: mail(message.messageId) },
        ].map((fact) => ({ ...fact, value: fact.value || null }))}
      />
    </Panel>
  );
}

async function found(ctx: StaffContext, id: string) {
  try {
    return await findMessage(ctx, id);
  } catch (error) {
    if (error instanceof Missing) notFound();
    throw error;
  }
}
