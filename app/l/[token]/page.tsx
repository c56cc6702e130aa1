import type { Metadata } from 'next';
import { BusinessFoot } from '@/components/portal/ask-for-link';
import { DeadLinkCard } from '@/components/portal/dead-link-card';
import { LinkFrame, PhoneLink } from '@/components/portal/link-frame';
import { LiveLinkCard } from '@/components/portal/live-link-card';
import { NotMeCard } from '@/components/portal/not-me-card';
import { UnknownLink } from '@/components/portal/unknown-link';
import { formatter } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translate';
import {
  chosenLocale,
  deadBecause,
  findLink,
  freshAddress,
  greetedName,
} from '@/lib/links/find-link';
import { maskAddress } from '@/lib/links/mask-address';
import { publicPage } from '@/lib/pages/public-page';
import { displayPhone } from '@/lib/places/phone';
import { todayIn } from '@/lib/time/calendar-date';
import { endReported, openLink, renewLink } from './actions';

type Props = { params: Promise<{ token: string }> };

// Nothing of the link itself: a title stands in histories and on shared screens.
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: { absolute: t('portal.link.title') }, robots: { index: false, follow: false } };
}

/**
 * What stands behind a mailed link: one button. Reading it changes nothing, so mail scanners may; only the press signs
 * in. In the language of the person it was sent to.
 */
export default async function LinkPage({ params }: Props) {
  const visitor = await publicPage();
  const { token } = await params;
  const link = await findLink(token);
  if (!link) return <UnknownLink locale={visitor.locale} t={visitor.t} />;
  const { business, party } = link;
  const locale = (await chosenLocale(link)) ?? party.locale;
  const t = translator(locale);
  const now = new Date();
  const dead = deadBecause(link, now);
  if (dead) {
    const address = freshAddress(link);
    return (
      <LinkFrame
        business={business}
        locale={locale}
        card={
          <DeadLinkCard
            because={dead}
            masked={address ? maskAddress(address) : null}
            token={token}
            action={renewLink}
            t={t}
          />
        }
        foot={<BusinessFoot business={business} />}
      >
        <p className="mt-3">
          <a
            className="link inline-flex min-h-11 items-center text-base"
            href={`/portal/${business.slug}/sign-in`}
          >
            {t('portal.dead.another')}
          </a>
        </p>
      </LinkFrame>
    );
  }
  const f = formatter({ locale, timeZone: business.timeZone, country: business.country });
  const reader = { t, f, locale, today: () => todayIn(business.timeZone, now) };
  const phone = business.phone && (
    <PhoneLink phone={business.phone} shown={displayPhone(business.phone, party.country)} />
  );
  if (link.ends) {
    return (
      <LinkFrame
        business={business}
        locale={locale}
        card={<NotMeCard session={link.ends} token={token} action={endReported} reader={reader} />}
        foot={<BusinessFoot business={business} />}
      >
        <p className="mt-5 text-base text-pretty text-ink-soft">{t('portal.notMe.wasMe')}</p>
      </LinkFrame>
    );
  }
  return (
    <LinkFrame
      business={business}
      locale={locale}
      card={
        <LiveLinkCard
          document={link.document}
          name={await greetedName(link, locale)}
          token={token}
          action={openLink}
          reader={reader}
        />
      }
      foot={
        phone && (
          <>
            {t('portal.link.notYou')} {phone}
          </>
        )
      }
    >
      <p className="mt-5 text-base text-pretty text-ink-soft">
        {t(link.purpose === 'DOCUMENT' ? 'portal.link.until' : 'portal.link.untilTime', {
          address: ltr(link.sentTo),
          date: f.instantDate(link.expiresAt, 'long'),
          time: f.time(link.expiresAt),
        })}
      </p>
    </LinkFrame>
  );
}

/** An address inside a sentence of any direction. */
function ltr(text: string): string {
  return `\u2066${text}\u2069`;
}
