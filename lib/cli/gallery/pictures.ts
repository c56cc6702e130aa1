import type { Locale } from '@/lib/i18n/locale';

export const SIZES = {
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
  desk: { viewport: { width: 1440, height: 900 } },
};

export type Size = keyof typeof SIZES;

/** One page in one language, size and light. */
export type Picture = { page: string; locale: Locale; size: Size; dark: boolean };

/** A picture's file: 'b-business-home.ar.phone.dark.png'. */
export function fileOf({ page, locale, size, dark }: Picture): string {
  const name = page.replace(/\W+/g, '-').replace(/^-|-$/g, '');
  return [name, locale, size, dark && 'dark', 'png'].filter(Boolean).join('.');
}

/** All pictures as one sheet, a row for each page; what was not taken, and why a page is not here, is said. */
export function contactSheet(
  wanted: Picture[],
  taken: Set<Picture>,
  elsewhere: Record<string, string>,
): string {
  const pages = [...new Set(wanted.map(({ page }) => page))];
  const rows = pages.map((page) => {
    const pictures = wanted.filter((picture) => picture.page === page);
    return `<h2>${page}</h2><div>${pictures.map((each) => drawn(each, taken.has(each))).join('')}</div>`;
  });
  const others = Object.entries(elsewhere).map(
    ([route, reason]) => `<li><b>${route}</b> ${reason}</li>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portico: every page</title><style>
body { font: 13px system-ui; margin: 2rem; background: #e8e8e6; color: #1a1a1a }
div { display: flex; gap: 12px; overflow-x: auto; align-items: flex-start }
a { color: inherit; text-decoration: none } span { display: block; padding-block: 4px }
img { display: block; height: 320px; object-fit: cover; object-position: top; box-shadow: 0 1px 4px #0003 }
.phone { width: 148px } .desk { width: 512px } .missing { color: #a3261d }
</style><h1>Portico, ${taken.size} of ${wanted.length} pictures</h1>${rows.join('')}
<h2>Shown by other tests</h2><ul>${others.join('')}</ul></html>
`;
}

function drawn(picture: Picture, isTaken: boolean): string {
  const { locale, size, dark } = picture;
  const title = `${locale}, ${size}${dark ? ', dark' : ''}`;
  if (!isTaken) return `<span class="missing">${title}: not taken</span>`;
  const file = fileOf(picture);
  return `<a href="${file}"><img class="${size}" src="${file}" alt="${title}" loading="lazy"><span>${title}</span></a>`;
}
