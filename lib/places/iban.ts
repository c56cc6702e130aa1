/** An IBAN as ISO 13616 has it printed: in groups of four. */
export function displayIban(iban: string): string {
  return iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');
}
