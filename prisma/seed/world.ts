import type { PaymentMethod } from '@/lib/db/generated/client';
import type { Locale } from '@/lib/i18n/locale';

/** What the sample client's bills are about: title, quantity, unit, price in the client's currency, and which of the two tax rates. */
export type SampleWork = [
  description: string,
  quantity: string,
  unit: string,
  price: string,
  rate?: 'zero',
];

export type SampleClient = {
  kind: 'PERSON' | 'ORGANISATION';
  companyName?: string;
  givenName?: string;
  familyName?: string;
  email: string;
  phone: string;
  street: string;
  city: string;
  region?: string;
  postcode: string;
  country: string;
  taxId?: string;
  locale: Locale;
  currency: string;
  termsDays?: number;
  contact?: { givenName: string; familyName: string; jobTitle: string };
  note?: string;
  /** How this client pays. */
  habit: 'prompt' | 'late' | 'parts' | 'owes';
  method: PaymentMethod;
  work: SampleWork[];
};

export const OWNER = {
  name: 'Nora Fenwick',
  email: 'nora@tidewater.example',
  password: 'harbour-light-42',
};
export const COLLEAGUE = { name: 'Tom Barrow', email: 'tom@tidewater.example' };

export const SAMPLE_CLIENTS: SampleClient[] = [
  {
    kind: 'ORGANISATION',
    companyName: 'Ashcombe Brewery Ltd',
    email: 'ellie@ashcombebrewery.example',
    phone: '+44 117 496 0182',
    street: 'Unit 4, Albion Yard',
    city: 'Bristol',
    postcode: 'BS1 6QF',
    country: 'GB',
    taxId: 'GB284193734',
    locale: 'en',
    currency: 'GBP',
    contact: { givenName: 'Ellie', familyName: 'Marsh', jobTitle: 'Accounts' },
    note: 'Scaffold is up until the 28th. If we miss it, fitting waits for January.',
    habit: 'parts',
    method: 'BANK_TRANSFER',
    work: [
      ['Fascia sign, powder-coated aluminium', '1', '', '1840.00'],
      ['LED halo lettering', '14', '', '62.55'],
      ['Beer garden banners', '8', '', '118.00'],
      ['Pump clip artwork, autumn range', '12', '', '86.50'],
      ['Opening leaflets, A5', '2000', '', '0.0485', 'zero'],
    ],
  },
  {
    kind: 'ORGANISATION',
    companyName: 'شركة سنابل للمخابز',
    email: 'rana@sanabel.example',
    phone: '+962 6 555 0119',
    street: 'شارع المدينة المنورة 114',
    city: 'عمّان',
    postcode: '11953',
    country: 'JO',
    taxId: '10937415',
    locale: 'ar',
    currency: 'JOD',
    contact: { givenName: 'رنا', familyName: 'الخطيب', jobTitle: 'الحسابات' },
    habit: 'owes',
    method: 'CARD',
    work: [
      ['تصميم واجهة المحل', '1', '', '1250.000'],
      ['مخططات تنفيذية', '6', 'لوحة', '85.000'],
      ['إشراف على التنفيذ', '12', 'ساعة', '35.500'],
      ['لوحة مضيئة للمدخل', '1', '', '640.250'],
    ],
  },
  {
    kind: 'ORGANISATION',
    companyName: '杭州青岚茶业有限公司',
    email: 'lin@qinglan.example',
    phone: '+86 571 5550 0162',
    street: '文三路 388 号',
    city: '杭州市',
    region: '浙江省',
    postcode: '310012',
    country: 'CN',
    taxId: '91330106MA27X8K35C',
    locale: 'zh',
    currency: 'CNY',
    contact: { givenName: '晓雨', familyName: '林', jobTitle: '财务' },
    habit: 'prompt',
    method: 'BANK_TRANSFER',
    work: [
      ['门店招牌设计', '1', '项', '8600.00'],
      ['茶叶包装插画', '6', '幅', '1200.00'],
      ['展会背景墙', '1', '套', '5400.00'],
    ],
  },
  {
    kind: 'ORGANISATION',
    companyName: 'Harbour Lane Dental',
    email: 'accounts@harbourlane.example',
    phone: '+44 117 496 0355',
    street: '42 Harbour Lane',
    city: 'Bristol',
    postcode: 'BS1 5TR',
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
    contact: { givenName: 'Grace', familyName: 'Adeyemi', jobTitle: 'Practice manager' },
    habit: 'prompt',
    method: 'CARD',
    work: [
      ['Door and window lettering', '6', 'pane', '145.00'],
      ['Reception wall sign', '1', '', '620.00'],
    ],
  },
  {
    kind: 'ORGANISATION',
    companyName: 'Whitlock Property Group',
    email: 'payables@whitlock.example',
    phone: '+44 20 7946 0142',
    street: '9 Cornhill Court',
    city: 'London',
    postcode: 'EC3V 3LL',
    country: 'GB',
    taxId: 'GB301552842',
    locale: 'en',
    currency: 'GBP',
    termsDays: 14,
    contact: { givenName: 'Marcus', familyName: 'Whitlock', jobTitle: 'Director' },
    habit: 'late',
    method: 'BANK_TRANSFER',
    work: [
      ['Site hoarding, printed', '48', 'm', '51.25'],
      ['Wayfinding, two floors', '1', '', '2450.00'],
    ],
  },
  {
    kind: 'PERSON',
    givenName: 'Priya',
    familyName: 'Raman',
    email: 'priya.raman@mail.example',
    phone: '+44 7700 900418',
    street: '17 Clifton Vale',
    city: 'Bristol',
    postcode: 'BS8 4PT',
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
    habit: 'prompt',
    method: 'CARD',
    work: [
      ['House number, slate', '1', '', '86.00'],
      ['Garden studio sign', '1', '', '319.00'],
    ],
  },
  {
    kind: 'ORGANISATION',
    companyName: 'Old Docks Trust',
    email: 'treasurer@olddocks.example',
    phone: '+44 117 496 0207',
    street: 'Wapping Wharf',
    city: 'Bristol',
    postcode: 'BS1 4RW',
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
    contact: { givenName: 'Joan', familyName: 'Pryce', jobTitle: 'Treasurer' },
    habit: 'prompt',
    method: 'CHEQUE',
    work: [
      ['Interpretation panels', '4', '', '295.00'],
      ['Site survey', '2', 'hour', '78.00'],
    ],
  },
  {
    kind: 'ORGANISATION',
    companyName: 'Kestrel Cycles',
    email: 'hello@kestrelcycles.example',
    phone: '+44 117 496 0260',
    street: '3 Stokes Croft',
    city: 'Bristol',
    postcode: 'BS1 3PY',
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
    contact: { givenName: 'Sam', familyName: 'Iwu', jobTitle: 'Owner' },
    habit: 'late',
    method: 'BANK_TRANSFER',
    work: [
      ['Van livery', '3', 'van', '715.00'],
      ['Stickers, die-cut', '500', '', '0.42'],
    ],
  },
  {
    kind: 'ORGANISATION',
    companyName: 'مؤسسة واحة النخيل للتجارة',
    email: 'hisham@nakheel-oasis.example',
    phone: '+966 11 555 0188',
    street: 'طريق الملك فهد 2210',
    city: 'الرياض',
    postcode: '12211',
    country: 'SA',
    taxId: '310123456700003',
    locale: 'ar',
    currency: 'SAR',
    contact: { givenName: 'هشام', familyName: 'العتيبي', jobTitle: 'مدير المشتريات' },
    habit: 'prompt',
    method: 'BANK_TRANSFER',
    work: [['لوحات إرشادية للمعرض', '24', 'لوحة', '185.00']],
  },
  {
    kind: 'PERSON',
    givenName: '嘉怡',
    familyName: '陈',
    email: 'jiayi.chen@mail.example',
    phone: '+86 138 0013 8000',
    street: '番禺路 88 弄 6 号',
    city: '上海市',
    postcode: '200052',
    country: 'CN',
    locale: 'zh',
    currency: 'CNY',
    habit: 'late',
    method: 'OTHER',
    work: [['工作室门牌', '1', '块', '980.00']],
  },
  {
    kind: 'ORGANISATION',
    companyName: 'St Brannock’s School',
    email: 'bursar@stbrannocks.example',
    phone: '+44 1271 555014',
    street: 'Church Hill',
    city: 'Barnstaple',
    postcode: 'EX31 1QZ',
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
    contact: { givenName: 'Helen', familyName: 'Moor', jobTitle: 'Bursar' },
    habit: 'prompt',
    method: 'BANK_TRANSFER',
    work: [
      ['Honours boards, oak', '2', '', '1840.00'],
      ['Gold leaf lettering', '64', 'line', '12.50'],
    ],
  },
  {
    kind: 'ORGANISATION',
    companyName: 'Oyelaran Architects',
    email: 'studio@oyelaran.example',
    phone: '+44 20 7946 0199',
    street: '22 Calvert Avenue',
    city: 'London',
    postcode: 'E2 7JP',
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
    contact: { givenName: 'Tunde', familyName: 'Oyelaran', jobTitle: 'Partner' },
    habit: 'prompt',
    method: 'BANK_DEBIT',
    work: [['Model photography panels', '8', '', '133.3333']],
  },
];
