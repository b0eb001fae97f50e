export function Arrow({ up }: { up?: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={up ? "M8 13V3.5M3.5 8 8 3.5 12.5 8" : "M8 3v9.5M3.5 8 8 12.5 12.5 8"}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
