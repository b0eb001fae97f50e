import { TextInput } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { fromZonedInput, toZonedInput, zoneName } from "../zoned.ts"

/** A day and a time on the organization's clock. What is typed stays while it is incomplete, and "" is told then. */
export function MomentInput(props: {
  label: string
  zone: string
  /** ISO; "" for none. */
  value: string
  error?: ReactNode
  description?: ReactNode
  disabled?: boolean
  onChange: (iso: string) => void
}) {
  const { zone, value, description } = props
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? toZonedInput(value, zone)
  const note = fromZonedInput(text, zone)?.note
  return (
    <TextInput
      type="datetime-local"
      label={props.label}
      description={
        <>
          {zoneName(zone)}
          {description && <>; {description}</>}
          {note && <strong> {note}</strong>}
        </>
      }
      value={text}
      error={props.error}
      disabled={props.disabled ?? false}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        props.onChange(fromZonedInput(event.currentTarget.value, zone)?.iso ?? "")
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
