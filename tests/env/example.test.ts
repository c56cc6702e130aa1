import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSettings, VARIABLES } from '@/lib/env/env';

const example = readFileSync('.env.example', 'utf8');

test('.env.example names every variable, and no other', () => {
  const named = [...example.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...VARIABLES].sort());
});

test('Every value in .env.example is one that works', () => {
  const lines = [...example.matchAll(/^#([A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  const variables = {
    ...Object.fromEntries(lines),
    PORTICO_SECRET: 'x'.repeat(32),
    SMTP_PASSWORD: 'x',
  };
  expect(parseSettings(variables).smtp?.host).toBe('smtp.example.com');
});
