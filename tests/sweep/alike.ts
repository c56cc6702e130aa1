import { expect } from '@playwright/test';
import type { Answer } from './caller';
import { type Cast, SECRETS } from './cast';
import { NOWHERE } from './meetings';

/** Holds two answers to be the same in all that a caller could learn from, without a failure and without a secret. */
export function expectAlike(
  cast: Cast,
  what: string,
  [real, random]: readonly [Answer, Answer],
  isFlight = false,
): void {
  const [one, other] = [reduced(cast, real, isFlight), reduced(cast, random, isFlight)];
  expect.soft(one, what).toEqual(other);
  expect.soft(real.status, what).toBeLessThan(500);
  for (const secret of SECRETS) expect.soft(real.raw, `${what} tells`).not.toContain(secret);
}

/**
 * What two answers are compared by: without the ids and slugs that were asked with and without what is new with every
 * answer, as an unordered set of tags and texts, because a page streams in pieces, sometimes with a stand-in for one that
 * is not ready. Scripts carry the page once more, and a redirect carries the page that it leads to: those are searched
 * for secrets only.
 */
function reduced(cast: Cast, { status, location, body }: Answer, isFlight: boolean) {
  const plain = (text: string) =>
    text
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
      .replace(/[\w-]{64}/g, 'TOKEN')
      .replaceAll(cast.victim.slug, 'SLUG')
      .replaceAll(cast.elsewhere.slug, 'SLUG')
      .replaceAll(NOWHERE, 'SLUG');
  if (isFlight || (status >= 300 && status < 400)) return { status, location: plain(location) };
  const markup = body
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<!--.*?-->|<template\b[^>]*><\/template>|<div hidden[^>]*><\/div>/g, '')
    .replace(/<div hidden[^>]*>|<\/div>/g, '')
    .replace(/ nonce="[^"]*"/g, '')
    // Names the form by its place on the page, of which the id that was asked with may be a part.
    .replace(/(name="\$ACTION_KEY" value=)"\w+"/g, '$1""');
  const pieces = new Set(plain(markup).match(/<[^>]+>|[^<]+/g));
  return { status, location: plain(location), body: [...pieces].sort() };
}
