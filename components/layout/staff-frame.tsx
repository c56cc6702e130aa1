import { Menu as MenuIcon, Plus } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { initials } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { Banner } from '@/components/ui/notice';
import { Toaster } from '@/components/ui/toast';
import { direction, htmlLang, type Locale } from '@/lib/i18n/locale';
import { BarSheet } from './bar-sheet';
import { BusinessSwitch } from './business-switch';
import { CommandTrigger } from './command-trigger';
import { CreateMenu } from './create-menu';
import type { FrameWords } from './frame-words';
import { NavLink } from './nav-link';
import { type PersonActions, PersonMenu } from './person-menu';
import { SidebarToggle } from './sidebar-toggle';
import type { NavItem, StaffNavigation } from './staff-navigation';

export type StaffFrameProps = {
  locale: Locale;
  words: FrameWords;
  navigation: StaffNavigation;
  business: { name: string; home: string };
  /** The other businesses of this person. */
  businesses: { name: string; href: string }[];
  person: { name: string; email: string; profileHref: string };
  theme: 'system' | 'light' | 'dark';
  sidebar: 'open' | 'closed';
  actions: PersonActions;
  /** '/b/<slug>', where search and records lie. */
  base: string;
  /** The place of the bell. */
  notifications?: ReactNode;
  /** One line above everything, such as the demo's. */
  banner?: ReactNode;
  children: ReactNode;
};

/** What stands around every staff page. Pages put their own `PageHeader` first and scroll inside `.page`. */
export function StaffFrame(props: StaffFrameProps) {
  const { locale, words, navigation, business, sidebar, banner } = props;
  return (
    <div className="shell" lang={htmlLang(locale)} dir={direction(locale)}>
      <a href="#main" className="skip-link">
        {words.skip}
      </a>
      {banner && <Banner>{banner}</Banner>}
      <div className="frame" data-sidebar={sidebar} id="frame">
        <nav className="side" aria-label={words.main}>
          <BusinessSwitch business={business} businesses={props.businesses} words={words} />
          {navigation.groups.map((group) => (
            <div key={group.label ?? ''} className="contents">
              {group.label && <div className="side-group">{group.label}</div>}
              {group.items.map(sideLink)}
            </div>
          ))}
          <div className="mt-auto" />
          {navigation.foot.map(sideLink)}
          <SidebarToggle
            collapse={words.collapse}
            expand={words.expand}
            closed={sidebar === 'closed'}
          />
        </nav>
        <div className="main">
          <header className="top">
            <Link
              href={business.home}
              prefetch={false}
              className="phone-only flex min-w-0 items-center gap-2"
            >
              <span className="side-logo" aria-hidden="true">
                {initials(business.name).slice(0, 1)}
              </span>
              <span className="clip text-sm font-semibold">{business.name}</span>
            </Link>
            <CommandTrigger
              words={words}
              base={props.base}
              commands={[
                ...navigation.create.map((item) => command(item, words.make)),
                ...navigation.groups
                  .flatMap((group) => group.items)
                  .map((item) => command(item, words.goTo)),
                ...navigation.foot.map((item) => command(item, words.goTo)),
              ]}
            />
            {navigation.create.length > 0 && (
              <CreateMenu label={words.create} items={navigation.create} />
            )}
            {props.notifications}
            <PersonMenu
              locale={locale}
              theme={props.theme}
              person={props.person}
              words={words}
              actions={props.actions}
            />
          </header>
          <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
            {props.children}
          </main>
        </div>
        <nav className="bottom-bar" aria-label={words.main}>
          {navigation.bar.slice(0, 2).map(barLink)}
          {navigation.create.length > 0 && (
            <BarSheet label={words.create} icon={<Plus />}>
              {navigation.create.map(sideLink)}
            </BarSheet>
          )}
          {navigation.bar.slice(2).map(barLink)}
          <BarSheet label={words.more} icon={<MenuIcon />}>
            {navigation.groups.flatMap((group) => group.items).map(sideLink)}
            {navigation.foot.map(sideLink)}
          </BarSheet>
        </nav>
      </div>
      <Toaster label={words.messages} dir={direction(locale)} />
    </div>
  );
}

function barLink(item: NavItem): ReactNode {
  return (
    <NavLink key={item.href} href={item.href} className="bar-item">
      <Icon>{item.icon}</Icon>
      {item.label}
    </NavLink>
  );
}

function sideLink(item: NavItem): ReactNode {
  return (
    <NavLink key={item.href} href={item.href} className="side-link" title={item.label}>
      <Icon>{item.icon}</Icon>
      <span className="side-label clip">{item.label}</span>
    </NavLink>
  );
}

const command = (item: NavItem, group: string) => ({
  group,
  label: item.label,
  href: item.href,
  icon: item.icon,
});
