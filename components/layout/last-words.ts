/** Said when nothing else can be said. Not among the messages: those would have to reach the browser whole. */
export const LAST_WORDS = [
  {
    lang: 'en',
    dir: 'ltr',
    text: 'This page could not be shown. Nothing you saved is lost. Please load it again.',
  },
  {
    lang: 'ar',
    dir: 'rtl',
    text: 'تعذّر عرض هذه الصفحة. لم يضِع شيء مما حفظته. أعد تحميلها من فضلك.',
  },
  { lang: 'zh-CN', dir: 'ltr', text: '无法显示此页面。您已保存的内容没有丢失，请重新加载。' },
] as const;
