import { Button, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useLocation } from "wouter"
import { api } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"

/** Copies a questionnaire under a name of one's own, and opens the copy. */
export function UseAsStart(props: {
  /** null: an empty one. */
  from: string | null
  name: string
  open: boolean
  onOpen: (open: boolean) => void
}) {
  const [, navigate] = useLocation()
  const [name, setName] = useState(props.from === null ? "" : `${props.name}, our own`)
  const create = useDeed(api.createInstrument, (made) => navigate(`/questionnaires/${made.id}`))
  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== "") create.mutate({ from: props.from, name: name.trim() })
  }
  const label = props.from === null ? "Begin with an empty one" : "Use as a start"
  if (!props.open) {
    return (
      <Button
        variant={props.from === null ? "subtle" : "default"}
        size="compact-md"
        onClick={() => props.onOpen(true)}
        aria-label={props.from === null ? undefined : `${label}: ${props.name}`}
      >
        {label}
      </Button>
    )
  }
  return (
    <form
      onSubmit={submit}
      style={{ display: "flex", flexWrap: "wrap", gap: "0.75rem", alignItems: "end", width: "100%" }}
    >
      <TextInput
        label="Name of your questionnaire"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        style={{ flex: "1 1 14rem", maxWidth: "24rem" }}
        data-autofocus
        ref={(field) => {
          if (field && document.activeElement === document.body) field.focus()
        }}
      />
      <Button type="submit" loading={create.isPending} disabled={name.trim() === ""}>
        Make the copy
      </Button>
      <Button variant="default" onClick={() => props.onOpen(false)}>
        Cancel
      </Button>
      {create.error && <Trouble error={create.error} />}
    </form>
  )
}
