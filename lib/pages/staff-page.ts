import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { StaffContext } from '@/lib/auth/context';
import { findStaffContextFor } from '@/lib/auth/membership';
import type { Permission } from '@/lib/permissions/permissions';
import { PATH_HEADER } from './path-header';

/**
 * The guard of every staff page, first line. Signed out: to the sign-in page and back. A business that is not the
 * person's, or a role without the permission: not found, like a business that does not exist.
 */
export async function staffPage(
  params: Promise<{ business: string }>,
  may: Permission,
): Promise<StaffContext> {
  const { business } = await params;
  const ctx = await findStaffContextFor(business, may);
  if (ctx === undefined) notFound();
  if (ctx === null) {
    const path = (await headers()).get(PATH_HEADER) ?? '/';
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  return ctx;
}
