import { expect, test } from 'vitest';
import { maskAddress } from '@/lib/links/mask-address';

test.each([
  ['hannah@meadowandmain.example', 'h•••••@m•••••.example'],
  ['a@b.co', 'a•••••@b•••••.co'],
  ['x@mail.shop.example', 'x•••••@m•••••.example'],
  ['no address', '•••••'],
  ['@b.example', '•••••'],
  ['', '•••••'],
])('%s is shown as %s', (address, masked) => expect(maskAddress(address)).toBe(masked));
