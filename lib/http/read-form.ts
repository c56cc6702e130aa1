/** The body of a request is no form. */
export class Unreadable extends Error {}

/** The form that a request carries. Throws Unreadable, which a route answers with 400, for a body that is none. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (cause) {
    throw new Unreadable('no form', { cause });
  }
}
