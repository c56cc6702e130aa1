/**
 * The same value with text that PostgreSQL can keep: without NUL, and with U+FFFD for half of a surrogate pair, which is
 * no character and which JSON columns refuse. What is no plain data is left to the schema.
 */
export function storable(value: unknown, seen = new WeakSet<object>()): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  if (Array.isArray(value)) {
    seen.add(value);
    return value.map((part) => storable(part, seen));
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  seen.add(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, storable(part, seen)]),
  );
}
