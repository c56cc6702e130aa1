/** Portico's own mark and name: a doorway. The name is the same in every language. */
export function Mark() {
  return (
    <span className="flex items-center gap-2.5 text-lg font-semibold">
      <svg viewBox="0 0 32 32" className="size-8" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--color-accent)" />
        <path
          d="M8 25V14.5a8 8 0 0 1 16 0V25M13 25V15a3 3 0 0 1 6 0v10"
          fill="none"
          stroke="var(--color-on-accent)"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
      </svg>
      <bdi dir="ltr">Portico</bdi>
    </span>
  );
}
