/** The sign of the app: a tree trained flat. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2.2" strokeLinecap="round"><path d="M16 8v17M8 12h16M8 18.5h16" /></g>
      <g fill="var(--on-accent)"><circle cx="8" cy="12" r="2.3" /><circle cx="24" cy="12" r="2.3" /><circle cx="8" cy="18.5" r="2.3" /><circle cx="24" cy="18.5" r="2.3" /><circle cx="16" cy="7" r="2.5" /></g>
    </svg>
  );
}
