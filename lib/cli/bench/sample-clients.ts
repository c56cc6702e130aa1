import type { StaffContext } from '@/lib/auth/context';
import type { Party } from '@/lib/db/generated/client';
import { partyColumns, partyGrams } from '@/lib/parties/party-fields';
import type { Random } from './random';

const PLACES = ['Bristol', 'Bath', 'Cardiff', 'Exeter', 'Leeds', 'York', 'Truro', 'Gloucester'];
const FIRST = ['Ashcombe', 'Harbour', 'Kestrel', 'Redcliff', 'Willow', 'Northgate', 'Severn'];
const SECOND = ['Brewery', 'Cycles', 'Dental', 'Bakery', 'Joinery', 'Theatre', 'Motors', 'Nursery'];
const GIVEN = ['Hannah', 'Idris', 'Maya', 'Owen', 'Priya', 'Tom', 'Zofia', 'Callum'];
const FAMILY = ['Osei', 'Fenwick', 'Barrow', 'Lindqvist', 'Okafor', 'Pryce', 'Tanaka', 'Reyes'];
const HAN = ['红杉', '海岸', '明德', '东方', '长青', '金桥', '启航', '博雅'];
const HAN_TRADE = ['国际学校', '贸易有限公司', '咖啡馆', '设计工作室'];
const ARABIC = ['النخيل', 'المرسى', 'الياسمين', 'الواحة', 'البحر', 'الأفق'];
const ARABIC_TRADE = ['للتجارة', 'للمقاولات', 'للضيافة', 'للاستشارات'];

/** Clients as a business gathers them: mostly companies, some people, three scripts; none named twice. */
export function sampleClients(
  ctx: StaffContext,
  random: Random,
  count: number,
  since: Date,
): Party[] {
  return Array.from({ length: count }, (_, index) => {
    const createdAt = new Date(since.getTime() + index * 1000);
    const columns = partyColumns({
      ...named(random, index + 1),
      email: `accounts-${index + 1}@client.example`,
      phone: '',
      street: `${1 + random.whole(180)} Albion Yard`,
      street2: '',
      city: random.pick(PLACES),
      region: '',
      postcode: 'BS1 6QF',
      country: 'GB',
      taxId: '',
      currency: ctx.business.currency,
      paymentTermsDays: random.chance(30) ? random.pick([7, 14, 30, 60]) : null,
    });
    return {
      businessId: ctx.business.id,
      id: random.id(createdAt.getTime()),
      stage: 'CUSTOMER',
      ...columns,
      grams: partyGrams(columns, []),
      archivedAt: random.chance(2) ? new Date(createdAt.getTime() + 1000) : null,
      createdAt,
      version: 1,
    };
  });
}

function named(random: Random, number: number) {
  const kind = random.chance(85) ? ('ORGANISATION' as const) : ('PERSON' as const);
  const company = (companyName: string, locale: 'en' | 'ar' | 'zh') => ({
    kind: 'ORGANISATION' as const,
    companyName,
    givenName: '',
    familyName: '',
    locale,
  });
  if (kind === 'PERSON') {
    const givenName = random.pick(GIVEN);
    const familyName = `${random.pick(FAMILY)}-${random.pick(FAMILY)} ${number}`;
    return { kind, companyName: '', givenName, familyName, locale: 'en' as const };
  }
  if (random.chance(6)) {
    return company(`${random.pick(HAN)}${random.pick(HAN_TRADE)} ${number}`, 'zh');
  }
  if (random.chance(6)) {
    return company(`${random.pick(ARABIC)} ${random.pick(ARABIC_TRADE)} ${number}`, 'ar');
  }
  return company(`${random.pick(FIRST)} ${random.pick(SECOND)} ${number} Ltd`, 'en');
}
