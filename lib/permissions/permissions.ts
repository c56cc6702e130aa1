import type { Role } from '@/lib/db/generated/enums';

/**
 * Who may do what: the one table. Each permission has a sentence for people under `members.permissions.<permission>`.
 * An accountant reads money and changes nothing.
 */
const TABLE = {
  'home.read': ['OWNER', 'MANAGER', 'MEMBER', 'ACCOUNTANT'],
  'clients.read': ['OWNER', 'MANAGER', 'MEMBER', 'ACCOUNTANT'],
  'clients.write': ['OWNER', 'MANAGER', 'MEMBER'],
  'notes.read': ['OWNER', 'MANAGER', 'MEMBER'],
  'notes.write': ['OWNER', 'MANAGER', 'MEMBER'],
  'links.manage': ['OWNER', 'MANAGER', 'MEMBER'],
  'invoices.read': ['OWNER', 'MANAGER', 'MEMBER', 'ACCOUNTANT'],
  'invoices.write': ['OWNER', 'MANAGER', 'MEMBER'],
  'invoices.issue': ['OWNER', 'MANAGER', 'MEMBER'],
  'invoices.void': ['OWNER', 'MANAGER'],
  'payments.read': ['OWNER', 'MANAGER', 'MEMBER', 'ACCOUNTANT'],
  'payments.record': ['OWNER', 'MANAGER', 'MEMBER'],
  'payments.undo': ['OWNER', 'MANAGER'],
  'products.read': ['OWNER', 'MANAGER', 'MEMBER', 'ACCOUNTANT'],
  'products.write': ['OWNER', 'MANAGER', 'MEMBER'],
  'messages.read': ['OWNER', 'MANAGER', 'MEMBER', 'ACCOUNTANT'],
  'messages.send': ['OWNER', 'MANAGER', 'MEMBER'],
  'settings.read': ['OWNER', 'MANAGER'],
  'settings.write': ['OWNER', 'MANAGER'],
  'settings.connections': ['OWNER'],
  'members.read': ['OWNER', 'MANAGER'],
  'members.manage': ['OWNER'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof TABLE;

export const PERMISSIONS = Object.keys(TABLE) as Permission[];

export const ROLES = [
  'OWNER',
  'MANAGER',
  'MEMBER',
  'ACCOUNTANT',
] as const satisfies readonly Role[];

/** Whether the role holds the permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return (TABLE[permission] as readonly Role[]).includes(role);
}
