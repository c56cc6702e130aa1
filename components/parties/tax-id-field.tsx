'use client';
import { TriangleAlert } from 'lucide-react';
import { CheckboxField } from '@/components/ui/checkbox';
import { useFormState } from '@/components/ui/form-context';
import { TextField } from '@/components/ui/text-input';

/** A tax number: what looks wrong is said while typing, and the person may keep it as it is. */
export function TaxIdField({
  label,
  keep,
  value,
  problem,
  required,
}: {
  label: string;
  keep: string;
  value: string;
  problem: string | null;
  required: boolean;
}) {
  const { errors } = useFormState();
  const refused = (errors.taxId ?? []).length > 0;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <TextField
        name="taxId"
        label={label}
        required={required}
        help={
          <span aria-live="polite">
            {problem && !refused && (
              <span className="flex gap-1 text-warn">
                <TriangleAlert className="icon icon-sm mt-px" aria-hidden="true" />
                {problem}
              </span>
            )}
          </span>
        }
        defaultValue={value}
        maxLength={60}
        dir="ltr"
        autoComplete="off"
      />
      {(problem || refused) && <CheckboxField name="taxIdKept" label={keep} />}
    </div>
  );
}
