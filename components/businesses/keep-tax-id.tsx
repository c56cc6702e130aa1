'use client';

import { CheckboxField } from '@/components/ui/checkbox';
import { useFormState } from '@/components/ui/form-context';

/** Offered once a tax id was doubted: the person may know better than the check. */
export function KeepTaxId({ label }: { label: string }) {
  const { errors, values } = useFormState();
  if (!errors.taxId && values?.keepTaxId !== 'on') return null;
  return <CheckboxField name="keepTaxId" label={label} wide />;
}
