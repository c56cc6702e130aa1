const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a piece of an address can be the id of a row at all: PostgreSQL refuses to be asked for anything else. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && ID.test(text);
}
