import { describe, expect, it } from 'vitest';
import { deviceName, deviceOf } from '@/lib/http/device';
import { translator } from '@/lib/i18n/translate';

describe('A device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge', 'Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36', 'Chrome', 'Android'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15) Firefox/131.0', 'Firefox', 'macOS'],
    ['curl/8', '', ''],
    ['', '', ''],
  ])('is named from %s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });

  it('is shown by known names alone, whatever its header says', () => {
    const t = translator('en');
    const header = 'Win your prize at http://evil.example Firefox/1 Windows';
    expect(deviceName(t, deviceOf(header))).toBe('Firefox on Windows');
    expect(deviceName(t, deviceOf('http://evil.example'))).toBe('Unknown device');
  });
});
