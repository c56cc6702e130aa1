/** Several addresses as people type them: parted by commas (Arabic and full-width ones too), semicolons or spaces. */
export function splitAddresses(text: string): string[] {
  return text
    .split(/[,;\s،，；、]+/)
    .map((part) => part.trim())
    .filter(Boolean);
}
