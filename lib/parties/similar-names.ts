import { grams } from '@/lib/search/grams';
import { normalise } from '@/lib/search/normalise';

/** What kind of company it is says nothing about which one: left out when names are compared. Folded as by `normalise`. */
const LEGAL_FORMS = new Set(
  [
    'ltd limited llp plc llc inc incorporated corp corporation co company the and group holdings',
    'gmbh ag kg ohg ug mbh sarl sas sa spa srl bv nv ab as aps oy sl sro doo pty pvt',
    'شركه مؤسسه موسسه مجموعه ذ م ش ع',
  ]
    .join(' ')
    .split(' '),
);
const HAN_FORMS = /(有限责任公司|股份有限公司|有限公司|公司|集团)$/u;

/** How alike two names must be, 0 to 1, to ask whether they are one client. */
const ALIKE = 0.62;

/** The part of a name that tells a client from others: folded, without legal form. Empty for a name of nothing else. */
export function nameCore(name: string): string {
  const words = normalise(name).split(' ');
  const core = words.filter((word) => !LEGAL_FORMS.has(word)).join(' ');
  return core.replace(HAN_FORMS, '').trim();
}

/** Whether people would take the two for the same name: Dice's coefficient over the grams they are searched by. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [nameCore(one), nameCore(other)];
  if (!a || !b) return false;
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return true;
  const [first, second] = [new Set(grams(a)), new Set(grams(b))];
  const shared = [...first].filter((gram) => second.has(gram)).length;
  return (2 * shared) / (first.size + second.size) >= ALIKE;
}
