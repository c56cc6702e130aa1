/** The words of the hosted page. They belong to the simulated outside world, not to Portico. */
export interface PageWords {
  banner: string;
  title: string;
  total: string;
  email: string;
  cardNumber: string;
  cardExpiry: string;
  cardCode: string;
  cardName: string;
  cardHint: string;
  pay: string;
  debit: string;
  debitHint: string;
  decline: string;
  back: string;
  declined: string;
  unknownCard: string;
  paid: string;
  processing: string;
  expired: string;
  missing: string;
  goOn: string;
  expires: string;
}
export type PageLanguage = 'en' | 'ar' | 'zh';
export const pageLanguages: Record<PageLanguage, string> = {
  en: 'English',
  ar: 'العربية',
  zh: '中文',
};

export const pageWords: Record<PageLanguage, PageWords> = {
  en: {
    banner: 'Simulated payment page. No money moves, and no card is ever charged.',
    title: 'Pay',
    total: 'Total',
    email: 'E-mail',
    cardNumber: 'Card number',
    cardExpiry: 'Expires',
    cardCode: 'Security code',
    cardName: 'Name on card',
    cardHint: 'Test cards only: 4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined.',
    pay: 'Pay',
    debit: 'Pay by bank debit',
    debitHint: 'A bank debit stays on its way until somebody settles it in the simulator.',
    decline: 'Try a card that is declined',
    back: 'Back without paying',
    declined: 'The card was declined. Nothing was taken. Please try another one.',
    unknownCard: 'Only test card numbers work here. Nothing was taken.',
    paid: 'This has been paid.',
    processing: 'The payment is on its way.',
    expired: 'This payment page has expired. Nothing was taken.',
    missing: 'There is no such payment page.',
    goOn: 'Back to the merchant',
    expires: 'This page can be used until',
  },
  ar: {
    banner: 'صفحة دفع تجريبية. لا تُحوَّل أي أموال ولا يُخصم من أي بطاقة.',
    title: 'الدفع',
    total: 'الإجمالي',
    email: 'البريد الإلكتروني',
    cardNumber: 'رقم البطاقة',
    cardExpiry: 'تاريخ الانتهاء',
    cardCode: 'رمز الأمان',
    cardName: 'الاسم على البطاقة',
    cardHint:
      'بطاقات الاختبار فقط: الرقم ⁦4242 4242 4242 4242⁩ مقبول، والرقم ⁦4000 0000 0000 0002⁩ مرفوض.',
    pay: 'ادفع',
    debit: 'الدفع بالخصم من الحساب البنكي',
    debitHint: 'يبقى الخصم البنكي قيد المعالجة حتى تتم تسويته من لوحة المحاكي.',
    decline: 'تجربة بطاقة مرفوضة',
    back: 'العودة دون دفع',
    declined: 'رُفضت البطاقة ولم يُخصم أي مبلغ. يُرجى تجربة بطاقة أخرى.',
    unknownCard: 'تُقبل هنا أرقام بطاقات الاختبار فقط. لم يُخصم أي مبلغ.',
    paid: 'تم دفع هذا المبلغ.',
    processing: 'عملية الدفع قيد المعالجة.',
    expired: 'انتهت صلاحية صفحة الدفع هذه. لم يُخصم أي مبلغ.',
    missing: 'لا توجد صفحة دفع بهذا العنوان.',
    goOn: 'العودة إلى التاجر',
    expires: 'يمكن استخدام هذه الصفحة حتى',
  },
  zh: {
    banner: '模拟付款页面：不会转移任何资金，也不会扣款。',
    title: '付款',
    total: '合计',
    email: '电子邮箱',
    cardNumber: '卡号',
    cardExpiry: '有效期',
    cardCode: '安全码',
    cardName: '持卡人姓名',
    cardHint: '仅限测试卡：4242 4242 4242 4242 可付款，4000 0000 0000 0002 会被拒绝。',
    pay: '支付',
    debit: '银行账户扣款',
    debitHint: '银行扣款会一直处于处理中，直到有人在模拟器中将其结清。',
    decline: '试用会被拒绝的卡',
    back: '不付款，返回',
    declined: '银行卡被拒绝，未扣款。请换一张卡重试。',
    unknownCard: '此处只接受测试卡号，未扣款。',
    paid: '款项已付清。',
    processing: '付款正在处理中。',
    expired: '此付款页面已过期，未扣款。',
    missing: '没有这个付款页面。',
    goOn: '返回商家',
    expires: '此页面有效期至',
  },
};

/** Stripe's `locale` has no Arabic, so `auto` follows a choice on the page, then the browser. */
export function pageLanguage(
  sessionLocale: string | null,
  chosen: string | null,
  accepted: string | undefined,
): PageLanguage {
  const wishes = [
    chosen,
    sessionLocale === 'auto' ? null : sessionLocale,
    ...(accepted ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? ''),
  ];
  for (const wish of wishes) {
    const language = (['en', 'ar', 'zh'] as const).find((known) => wish?.split('-')[0] === known);
    if (language) return language;
  }
  return 'en';
}
