import { describe, expect, test } from 'vitest';
import { rateLimitKey } from '@/lib/http/rate-limit-key';

describe('attempts are counted by network', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2a00:1450:4009:81f::200e', '2a00:1450:4009:81f::/64'],
    ['2a00:1450:4009:81f:ffff:1:2:3', '2a00:1450:4009:81f::/64'],
    ['2a00:1450::1', '2a00:1450:0:0::/64'],
    ['[2a00:1450::1]', '2a00:1450:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['garbage', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('%s counts for %s', (address, network) => expect(rateLimitKey(address)).toBe(network));
});
