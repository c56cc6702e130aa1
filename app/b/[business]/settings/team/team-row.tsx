import type { ReactNode } from 'react';
import type { StaffContext } from '@/lib/auth/context';
import type { Role } from '@/lib/db/generated/enums';

/** One line of the team: who, their role below the other roles, and at the end what an owner can do. */
export function TeamRow({
  ctx,
  avatar,
  role,
  actions,
  children,
}: {
  ctx: StaffContext;
  avatar?: ReactNode;
  role: Role;
  actions: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2">
      {avatar}
      <div className="min-w-0 flex-1 basis-48">{children}</div>
      <span className="w-24 text-sm">{ctx.t(`members.roles.${role}.name`)}</span>
      {ctx.may('members.manage') && (
        <div className="flex gap-1 max-md:-ms-2.5 md:w-52 md:justify-end">{actions}</div>
      )}
    </li>
  );
}
