/** What a tax is called with its rate: 'VAT' and '20%' are 'VAT 20%'; a name that already says its rate stays as it is. */
export function taxLabel(name: string, percent: string): string {
  const digits = percent.replace(/[^\d.]/g, '');
  const said: string[] = name.match(/\d+(?:\.\d+)?/g) ?? [];
  return said.includes(digits) ? name : [name, percent].filter(Boolean).join(' ');
}
