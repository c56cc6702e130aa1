/** What a tax is called with its rate: 'VAT' and '20%' are 'VAT 20%'; a name that already says its rate stays as it is. */
export function taxLabel(name: string, percent: string): string {
  const digits = percent.replace(/[^\d.]/g, '');
  const says = name.match(/\d+(\.\d+)?/g) ?? [];
  if (says.includes(digits)) return name;
  return [name, percent].filter(Boolean).join(' ');
}
