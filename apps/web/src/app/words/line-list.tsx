import { Button, Textarea, TextInput } from "@mantine/core"

/** Several lines of text of one kind, each with its own error. */
export function LineList(props: {
  field: string
  label: (at: number) => string
  lines: readonly string[]
  most?: number
  least: number
  long?: boolean
  errors: (field: string) => string | undefined
  onChange: (lines: string[]) => void
}) {
  const Input = props.long ? Textarea : TextInput
  const change = (at: number, text: string) =>
    props.onChange(props.lines.map((line, i) => (i === at ? text : line)))
  return (
    <div style={{ display: "grid", gap: "0.875rem" }}>
      {props.lines.map((line, at) => (
        <Input
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; two lines may hold the same text
          key={at}
          label={props.label(at)}
          value={line}
          {...(props.long ? { autosize: true, minRows: 2 } : {})}
          onChange={(event: { currentTarget: { value: string } }) => change(at, event.currentTarget.value)}
          error={props.errors(`${props.field}.${at}`)}
        />
      ))}
      <div style={{ display: "flex", gap: "0.5rem" }}>
        {props.most !== undefined && props.lines.length < props.most && (
          <Button variant="subtle" size="compact-sm" onClick={() => props.onChange([...props.lines, ""])}>
            Add another
          </Button>
        )}
        {props.lines.length > props.least && (
          <Button variant="subtle" size="compact-sm" onClick={() => props.onChange(props.lines.slice(0, -1))}>
            Remove the last
          </Button>
        )}
      </div>
    </div>
  )
}
