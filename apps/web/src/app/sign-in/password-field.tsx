import { PasswordInput } from "@mantine/core"
import { useId } from "react"
import { DIFFERENT, LEAST, MOST, type Strength } from "./strength.ts"

/** A new password with its rules, and how hard it is to guess in words that are read out as they change. */
export function PasswordField(props: {
  value: string
  onChange: (value: string) => void
  strength: Strength
}) {
  const id = useId()
  return (
    <div>
      <PasswordInput
        label="New password"
        description={`At least ${LEAST} characters, ${DIFFERENT} of them different. Several words that do not belong together are easy to keep and hard to guess.`}
        autoComplete="new-password"
        required
        withAsterisk={false}
        // One more than the rules take: a longer one that is pasted is refused in words, not cut without a word.
        maxLength={MOST + 1}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        aria-describedby={id}
      />
      <p id={id} role="status" className="app-note" style={{ margin: "0.375rem 0 0", minHeight: "1.5em" }}>
        {props.value === "" ? "" : props.strength.words}
      </p>
    </div>
  )
}
