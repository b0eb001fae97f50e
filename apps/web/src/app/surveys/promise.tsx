/** The promise as respondents read it, with this survey's own numbers. */
export function PromiseText(props: { lines: readonly string[] }) {
  return (
    <ul className="app-prose" style={{ paddingInlineStart: "1.25rem", margin: 0 }}>
      {props.lines.map((line) => (
        <li key={line} style={{ marginBottom: "0.5rem" }}>
          <Sentence line={line} />
        </li>
      ))}
    </ul>
  )
}

/** What stands before the first colon says what the sentence is about. */
function Sentence({ line }: { line: string }) {
  const at = line.indexOf(": ")
  if (at < 0) return line
  return (
    <>
      <strong style={{ fontWeight: 560 }}>{line.slice(0, at + 1)}</strong>
      {line.slice(at + 1)}
    </>
  )
}
