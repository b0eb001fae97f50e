import { Button, Group, Modal } from "@mantine/core"
import { useState } from "react"
import { api, type PeopleImport } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"

/** Takes an import back after saying what that does. */
export function Undo(props: { one: PeopleImport; isFirst: boolean; onUndone: (sentence: string) => void }) {
  const { one, isFirst } = props
  const [asking, setAsking] = useState(false)
  const undo = useDeed(api.undoImport, () => {
    setAsking(false)
    props.onUndone(`The import of ${one.fileName} is undone: the people are stored as they were before it.`)
  })
  return (
    <>
      <Button size="compact-md" variant="default" mt="xs" onClick={() => setAsking(true)}>
        Undo this import…
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Undo the import of “${one.fileName}”?`}
        centered
      >
        <p style={{ marginTop: 0 }}>
          {isFirst
            ? "This is the first import: nobody is stored after its undo."
            : "The people are stored again exactly as they were before this import: whoever joined with it is taken out, whoever left with it is back, and everybody has the manager they had."}
        </p>
        <p>
          Surveys keep the frozen copy of the org chart they were launched with: no link, mail or answer
          changes. This works once; to go forward again, import the file again.
        </p>
        {undo.error && <Trouble error={undo.error} />}
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Leave it as it is
          </Button>
          <Button loading={undo.isPending} onClick={() => undo.mutate(one.id)}>
            Undo the import
          </Button>
        </Group>
      </Modal>
    </>
  )
}
