import { Button, Group, Modal, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useLocation } from "wouter"
import { api, type SurveySummary } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"

type Named = Pick<SurveySummary, "id" | "name" | "state">

/** A new draft with the settings of this survey. */
export function DuplicateDialog(props: { survey: Named; opened: boolean; onClose: () => void }) {
  const { survey } = props
  const [, navigate] = useLocation()
  const [name, setName] = useState("")
  const copy = useDeed(
    () => api.copySurvey(survey.id, name.trim()),
    (made) => {
      props.onClose()
      navigate(`/surveys/${made.id}`)
    },
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== "") copy.mutate(undefined)
  }
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={`Duplicate “${survey.name}”`} centered>
      <form onSubmit={submit}>
        <p style={{ marginTop: 0 }}>
          A new draft with the same questionnaire, languages, audience and protection. Its dates are its own.
        </p>
        <TextInput
          label="Name of the new survey"
          value={name}
          maxLength={120}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {copy.error && <Trouble error={copy.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={copy.isPending} disabled={name.trim() === ""}>
            Duplicate
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

export function DeleteDialog(props: { survey: Named; opened: boolean; onClose: () => void }) {
  const { survey } = props
  const [, navigate] = useLocation()
  // Gone first, then read anew: the page of a draft that is deleted has nothing to read.
  const remove = useDeed(
    () => {
      navigate("/surveys")
      return api.deleteDraft(survey.id)
    },
    () => props.onClose(),
  )
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={`Delete “${survey.name}”?`} centered>
      <p style={{ marginTop: 0 }}>
        The draft and its settings are gone then. Nobody has been invited; people, words and questionnaires
        stay.
      </p>
      {remove.error && <Trouble error={remove.error} />}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          Keep it
        </Button>
        <Button loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
          Delete the draft
        </Button>
      </Group>
    </Modal>
  )
}
