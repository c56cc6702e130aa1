import {
  Banknote,
  Building2,
  House,
  Mail,
  Package,
  ReceiptText,
  Settings,
  UserPlus,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { T } from '@/lib/i18n/translate';

export type NavItem = { href: string; label: string; icon: ReactNode };
export type NavGroup = { label?: string; items: NavItem[] };

export type StaffNavigation = {
  groups: NavGroup[];
  foot: NavItem[];
  /** The places of the phone's bar; the rest is behind "More". */
  bar: NavItem[];
  /** What "+ New" offers. */
  create: NavItem[];
};

type Place = 'clients' | 'invoices' | 'payments' | 'products' | 'mail' | 'settings';

/**
 * The places of the staff side that exist and that this person may open. `may` answers for a place (reading) and for
 * 'new clients' and the like (creating).
 */
export function staffNavigation(
  t: T,
  business: string,
  may: (place: Place | `new ${Place}`) => boolean,
): StaffNavigation {
  const base = `/b/${business}`;
  const home: NavItem = { href: `${base}/home`, label: t('frame.places.home'), icon: <House /> };
  const all: Record<Place, NavItem> = {
    clients: { href: `${base}/clients`, label: t('frame.places.clients'), icon: <Building2 /> },
    invoices: {
      href: `${base}/invoices`,
      label: t('frame.places.invoices'),
      icon: <ReceiptText />,
    },
    payments: { href: `${base}/payments`, label: t('frame.places.payments'), icon: <Banknote /> },
    products: { href: `${base}/products`, label: t('frame.places.products'), icon: <Package /> },
    mail: { href: `${base}/mail`, label: t('frame.places.mail'), icon: <Mail /> },
    settings: { href: `${base}/settings`, label: t('frame.places.settings'), icon: <Settings /> },
  };
  const pick = (...places: Place[]) => places.filter(may).map((place) => all[place]);
  const creatable: [Place, NavItem][] = [
    [
      'invoices',
      { href: `${base}/invoices/new`, label: t('frame.create.invoice'), icon: <ReceiptText /> },
    ],
    [
      'clients',
      { href: `${base}/clients/new`, label: t('frame.create.client'), icon: <UserPlus /> },
    ],
    [
      'payments',
      { href: `${base}/payments/new`, label: t('frame.create.payment'), icon: <Banknote /> },
    ],
    [
      'products',
      { href: `${base}/products/new`, label: t('frame.create.product'), icon: <Package /> },
    ],
  ];
  const create = creatable.filter(([place]) => may(`new ${place}`)).map(([, item]) => item);
  return {
    groups: [
      { items: [home, ...pick('mail')] },
      { label: t('frame.groups.relationships'), items: pick('clients') },
      { label: t('frame.groups.sales'), items: pick('products') },
      { label: t('frame.groups.money'), items: pick('invoices', 'payments') },
    ].filter((group) => group.items.length > 0),
    foot: pick('settings'),
    // "+ New" takes the fourth place where something can be made.
    bar: [
      home,
      ...pick('clients', 'invoices', ...(create.length > 0 ? [] : ['payments' as const])),
    ],
    create,
  };
}
