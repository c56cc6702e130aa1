import { describe, expect, test } from 'vitest';
import { checkEmail } from '@/lib/mail/email-address';

describe('one mailbox in one spelling', () => {
  test.each([
    [' Hannah@MeadowAndMain.Example ', 'hannah@meadowandmain.example'],
    ["o'brien+bills@mail.example.co.uk", "o'brien+bills@mail.example.co.uk"],
    ['\u200fzhangwu@qinghe.example\u200e', 'zhangwu@qinghe.example'],
    ['　info@example.com　', 'info@example.com'],
    ['info@münchen.example', 'info@xn--mnchen-3ya.example'],
    ['info@mu\u0308nchen.example', 'info@xn--mnchen-3ya.example'],
    ['a_b=c@x-y.io', 'a_b=c@x-y.io'],
  ])('%j', (typed, email) => expect(checkEmail(typed)).toEqual({ ok: true, email }));
});

describe('what a mail program could read as another address is refused', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['hannah', 'noAt'],
    ['a@b@c.example', 'severalAts'],
    ['ｈannah＠example.com', 'fullWidth'],
    ['hannah＠example.com', 'fullWidth'],
    ['ﬁnance@example.com', 'fullWidth'],
    ['a@example.com,b@example.com', 'several'],
    ['a@example.com; b@example.com', 'several'],
    ['a@example.com b@example.com', 'several'],
    ['Hannah <hannah@example.com>', 'withName'],
    ['"a b"@example.com', 'quoted'],
    ['"a@evil.example"@example.com', 'quoted'],
    ['hannah(work)@example.com', 'quoted'],
    ['a\\b@example.com', 'quoted'],
    ['a@[127.0.0.1]', 'quoted'],
    ['a@example.com\r\nBcc: b@evil.example', 'invisible'],
    ['a\u0000b@example.com', 'invisible'],
    ['a\u200bb@example.com', 'invisible'],
    ['hannah @example.com', 'space'],
    ['@example.com', 'localPart'],
    ['.a@example.com', 'localPart'],
    ['a..b@example.com', 'localPart'],
    ['مرحبا@example.com', 'localPart'],
    [`${'a'.repeat(65)}@example.com`, 'localPart'],
    ['a@', 'domain'],
    ['a@localhost', 'domain'],
    ['a@127.0.0.1', 'domain'],
    ['a@1.2', 'domain'],
    ['a@-x.example', 'domain'],
    ['a@x..example', 'domain'],
    ['a@example.c', 'domain'],
    ['a@example.com/x', 'domain'],
    ['a@example.com:25', 'domain'],
    [`a@${`${'b'.repeat(60)}.`.repeat(4)}${'c'.repeat(20)}.example`, 'tooLong'],
  ])('%j: %s', (typed, reason) => {
    expect(checkEmail(typed)).toEqual({ ok: false, reason: `addresses.email.${reason}` });
  });
});

test('an address of a megabyte is refused before it is looked into', () => {
  const began = performance.now();
  for (const inside of [' ', '\u200f', 'a.', '@', 'é']) {
    const typed = `a${inside.repeat(1_000_000 / inside.length)}b`;
    expect(checkEmail(typed)).toEqual({ ok: false, reason: 'addresses.email.tooLong' });
  }
  expect(performance.now() - began).toBeLessThan(500);
});
