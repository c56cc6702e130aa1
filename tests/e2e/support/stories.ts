import type { Locale } from '@/lib/i18n/locale';

/** One line of an invoice as the owner types it. */
export type StoryLine = { description: string; quantity: string; price: string; discount?: string };

/** Who takes part in a story, in their own language and country, and what it must come to. */
export type Story = {
  locale: Locale;
  /** As browsers name the language. */
  tag: string;
  owner: { name: string; email: string; password: string };
  business: {
    name: string;
    country: string;
    currency: string;
    timeZone: string;
    address: Record<string, string>;
    taxId: string;
  };
  client: {
    name: string;
    email: string;
    country: string;
    /** Fields of the address by name; a region chosen from a list is its code. */
    address: Record<string, string>;
    taxId: string;
  };
  lines: StoryLine[];
  /** Worked out by hand from the lines and the country's standard rate. */
  total: string;
};

export const STORIES: Story[] = [
  {
    locale: 'en',
    tag: 'en-GB',
    owner: { name: 'Ada Marsh', email: 'ada@marsh.example', password: 'three quiet harbours' },
    business: {
      name: 'Marsh Joinery',
      country: 'GB',
      currency: 'GBP',
      timeZone: 'Europe/London',
      address: { street: '4 Quay Street', city: 'Bristol', postcode: 'BS1 4DJ' },
      taxId: 'GB980780684',
    },
    client: {
      name: 'Harbour Café Ltd',
      email: 'office@harbour.example',
      country: 'GB',
      address: { street: '12 Pier Road', city: 'Brighton', postcode: 'BN2 1TW' },
      taxId: 'GB980780684',
    },
    lines: [
      { description: 'Oak counter', quantity: '3', price: '420.00', discount: '10%' },
      { description: 'Fitting', quantity: '2.5', price: '80.50' },
    ],
    // 1134.00 + 201.25 = 1335.25; 20 % is 267.05
    total: '1602.30',
  },
  {
    locale: 'ar',
    tag: 'ar-AE',
    owner: { name: 'ليلى حداد', email: 'layla@haddad.example', password: 'ثلاث نخلات هادئة' },
    business: {
      name: 'مكتب حداد للتصميم',
      country: 'AE',
      currency: 'AED',
      timeZone: 'Asia/Dubai',
      address: { street: 'شارع الشيخ زايد 18', city: 'دبي', region: 'DU' },
      taxId: '100123456700003',
    },
    client: {
      name: 'مقهى الميناء',
      email: 'accounts@mina.example',
      country: 'AE',
      address: { street: 'شارع الكورنيش 7', city: 'أبوظبي', region: 'AZ' },
      taxId: '100123456700003',
    },
    lines: [
      { description: 'تصميم واجهة', quantity: '٢', price: '١٢٥٠٫٥٠', discount: '٥٪' },
      { description: 'إشراف على التنفيذ', quantity: '7', price: '199.99' },
    ],
    // 2375.95 + 1399.93 = 3775.88; 5 % is 188.794
    total: '3964.67',
  },
  {
    locale: 'zh',
    tag: 'zh-CN',
    owner: { name: '陈思远', email: 'chen@siyuan.example', password: '安静的三座港口在海边' },
    business: {
      name: '思远木作工作室',
      country: 'CN',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      address: { region: '上海市', city: '上海市', street: '南京西路1266号', postcode: '200040' },
      taxId: '91110000600037341L',
    },
    client: {
      name: '海港咖啡有限公司',
      email: 'caiwu@haigang.example',
      country: 'CN',
      address: { region: 'BJ', city: '北京市', street: '建国路88号', postcode: '100022' },
      taxId: '91110000600037341L',
    },
    lines: [
      { description: '橡木柜台', quantity: '３', price: '3333.33', discount: '333.33' },
      { description: '现场安装', quantity: '1', price: '1200' },
    ],
    // In China prices are quoted with the tax in them: 9666.66 + 1200.00.
    total: '10866.66',
  },
];
