import type { StaffContext } from '@/lib/auth/context';
import { ROLES } from '@/lib/permissions/permissions';

/** The roles to choose from, each with what it may do in a sentence. */
export function roleOptions({ t }: StaffContext) {
  return ROLES.map((value) => ({
    value,
    label: t(`members.roles.${value}.name`),
    help: t(`members.roles.${value}.sentence`),
  }));
}
