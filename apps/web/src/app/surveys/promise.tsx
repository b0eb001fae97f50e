/** The promise as respondents read it, with this survey's own numbers. */
export function PromiseText(props: { lines: readonly string[] }) {
  return (
    <ul className="app-prose" style={{ paddingInlineStart: "1.25rem", margin: 0 }}>
      {props.lines.map((line) => (
        <li key={line} style={{ marginBottom: "0.5rem" }}>
          {line}
        </li>
      ))}
    </ul>
  )
}
