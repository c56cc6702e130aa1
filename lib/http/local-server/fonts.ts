import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const families = ['inter', 'vazirmatn', 'noto-sans-sc'] as const;
const filePattern = /^\/fonts\/(inter|vazirmatn|noto-sans-sc)\/(index\.css|files\/[\w-]+\.woff2)$/;

/** Links for the head of a page: the faces of all three languages, from the installed packages. */
export const fontStylesheets = families.map((family) => `/fonts/${family}/index.css`);

/** Serves a font's style sheet or file; false if the address is not one. */
export async function answerFont(pathname: string, response: ServerResponse): Promise<boolean> {
  const [, family, file] = filePattern.exec(pathname) ?? [];
  if (!family || !file) return false;
  const { resolve } = createRequire(import.meta.url);
  const folder = dirname(resolve(`@fontsource-variable/${family}/package.json`));
  const content = await readFile(join(folder, file)).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return null;
    throw problem;
  });
  response.writeHead(content ? 200 : 404, {
    'cache-control': 'max-age=86400',
    'content-type': file.endsWith('.css') ? 'text/css; charset=utf-8' : 'font/woff2',
  });
  response.end(content ?? '');
  return true;
}
