import type { T } from '@/lib/i18n/translate';

/** What a User-Agent header says, by names that are the same in every language; '' for what it does not say. */
export type Device = { browser: string; system: string };

// Order matters: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux.
const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/MicroMessenger\//, 'WeChat'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** The browser and system a header names. The header comes from the caller: good enough to recognise oneself by, no proof. */
export function deviceOf(userAgent: string): Device {
  const name = (known: [RegExp, string][]) =>
    known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
  return { browser: name(BROWSERS), system: name(SYSTEMS) };
}

/** 'Safari on iPhone'; known names alone, so that nothing the caller made up is shown to anybody. */
export function deviceName(t: T, { browser, system }: Device): string {
  if (browser && system) return t('portal.signIns.device', { browser, system });
  return browser || system || t('portal.signIns.unknownDevice');
}
