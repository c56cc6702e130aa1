import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VARIABLES } from '@/lib/env/env';

// What a configured instance would find, set before any module of the product asks; nothing that the person who runs
// the tests has configured for himself gets in. A database test gets its database on top of this.
for (const name of VARIABLES) delete process.env[name];
process.env.PORTICO_SECRET = 'only-for-tests-0123456789abcdef-0123456789abcdef';
process.env.BASE_URL = 'http://portico.test';
process.env.PORTICO_DATA = join(tmpdir(), `portico-test-${process.pid}`);
process.env.LOG_LEVEL = 'error';
