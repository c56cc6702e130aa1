import { Check, ChevronDown } from 'lucide-react';
import type { T } from '@/lib/i18n/translate';
import { PERMISSIONS, ROLES, roleMay } from '@/lib/permissions/permissions';

/** What each role may do, folded away until asked for. */
export function RoleTable({ t }: { t: T }) {
  return (
    <details className="mt-8">
      <summary className="section-title flex min-h-8 cursor-pointer items-center gap-1.5">
        {t('members.whatRolesMay')}
        <ChevronDown className="icon icon-sm" aria-hidden="true" />
      </summary>
      <div className="mt-3 overflow-x-auto">
        <table className="table" aria-label={t('members.whatRolesMay')}>
          <thead>
            <tr>
              <th scope="col">{t('members.permission')}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col" className="fit">
                  {t(`members.roles.${role}.name`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PERMISSIONS.map((permission) => (
              <tr key={permission}>
                <td className="whitespace-normal">{t(`members.permissions.${permission}`)}</td>
                {ROLES.map((role) => (
                  <td key={role} className="fit">
                    {roleMay(role, permission) ? (
                      <>
                        <Check className="icon icon-sm" aria-hidden="true" />
                        <span className="sr-only">{t('members.may')}</span>
                      </>
                    ) : (
                      <span className="sr-only">{t('members.mayNot')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
