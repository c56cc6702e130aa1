type PlainForm = (form: FormData) => Promise<void>;

/** An action for a plain `<form>`, which has no use for the answer: the page that follows shows what has become of it. */
export function formAction(action: (...args: unknown[]) => Promise<unknown>): PlainForm {
  return action as PlainForm;
}
