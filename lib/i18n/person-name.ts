const HAN = /^[\p{sc=Han}·]+$/u;
const HANGUL = /^\p{sc=Hangul}+$/u;

/**
 * A person's name as it is written in its own script: 'Hannah Osei', 'ليلى حداد', and the family name first and without a
 * space in Chinese and Korean, '王小明'. The reader's language does not turn it around.
 */
export function personName({
  givenName,
  familyName,
}: {
  givenName: string;
  familyName: string;
}): string {
  if (isFamilyFirst(givenName, familyName)) return familyName + givenName;
  return [givenName, familyName].filter(Boolean).join(' ');
}

/** Whether both parts are in a script that puts the family name first. */
export function isFamilyFirst(given: string, family: string): boolean {
  return (HAN.test(given) && HAN.test(family)) || (HANGUL.test(given) && HANGUL.test(family));
}
