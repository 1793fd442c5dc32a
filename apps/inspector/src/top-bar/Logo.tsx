export function Logo() {
  return (
    <div className="logo">
      <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" strokeWidth="2" strokeLinecap="round">
        <path d="M1.5 6.5H8M12 6.5h6.5" stroke="currentColor" />
        <g stroke="var(--accent)">
          <circle cx="10" cy="6.5" r="2.2" />
          <path d="M10 8.9v4.3a3.4 3.4 0 0 1-6.8 0v-1" />
        </g>
      </svg>
      Hooktap
    </div>
  );
}
