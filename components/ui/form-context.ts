'use client';
import { createContext, useContext } from 'react';

export type FormState = {
  /** Prefix of the ids of this form's fields, so that two forms can stand on one page. */
  prefix: string;
  errors: Record<string, string[]>;
  /** What was typed, as the last refusal brought it back. */
  values: Record<string, string> | null;
  busy: boolean;
  dirty: boolean;
};

const NOTHING: FormState = { prefix: '', errors: {}, values: null, busy: false, dirty: false };

export const FormContext = createContext<FormState>(NOTHING);

/** The form around this part; outside a form, an idle one without errors. */
export function useFormState(): FormState {
  return useContext(FormContext);
}
