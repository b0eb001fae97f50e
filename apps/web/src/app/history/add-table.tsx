import { Button, Checkbox, FileButton, Radio, Textarea, TextInput } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { api, type CheckedTable, type PublishedFacts, type PublishedUpload } from "../api.ts"
import { count, counted, listed } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"

const ACCEPTED =
  ".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const NO_FACTS: PublishedFacts = { name: "", whose: "others", source: "", limits: "" }

/** A table is looked at first; it is kept when HR has said where it comes from. */
export function AddTable(props: { onAdded: (id: string) => void }) {
  const [upload, setUpload] = useState<PublishedUpload>()
  const [facts, setFacts] = useState(NO_FACTS)
  const check = useMutation({ mutationFn: api.checkPublished })
  const add = useDeed(api.addPublished, ({ id }) => {
    setUpload(undefined)
    setFacts(NO_FACTS)
    check.reset()
    props.onAdded(id)
  })
  function look(next: PublishedUpload) {
    setUpload(next)
    check.mutate(next)
  }
  const ready = facts.name.trim() !== "" && facts.source.trim() !== "" && (check.data?.rows ?? 0) > 0
  function submit(event: FormEvent) {
    event.preventDefault()
    if (upload && ready) add.mutate({ ...upload, facts })
  }
  return (
    <Section
      title="Add a table"
      lead="CSV or Excel, one row for each wave, layer and question: wave, layer with its order, respondents, question, percent favourable. Headers are known in six languages."
    >
      <FileButton
        accept={ACCEPTED}
        onChange={(file) => file && look({ file, fileName: file.name, topFirst: upload?.topFirst ?? false })}
      >
        {(button) => (
          <Button {...button} variant="default" loading={check.isPending}>
            {upload ? `Another file than ${upload.fileName}` : "Choose a file"}
          </Button>
        )}
      </FileButton>
      {check.error && <Trouble error={check.error} />}
      {upload && check.data && (
        <form
          onSubmit={submit}
          style={{ display: "grid", gap: "1.25rem", maxWidth: "38rem", marginTop: "1.5rem" }}
        >
          <Checked checked={check.data} />
          {check.data.kind === "layers" && check.data.rows > 0 && (
            <Checkbox
              label="The order is the other way round: the smallest number is the highest layer"
              checked={upload.topFirst}
              onChange={(event) => look({ ...upload, topFirst: event.currentTarget.checked })}
            />
          )}
          {check.data.rows > 0 && (
            <>
              <Facts facts={facts} onChange={setFacts} />
              {add.error && <Trouble error={add.error} />}
              <div>
                <Button type="submit" loading={add.isPending} disabled={!ready}>
                  Keep this table
                </Button>
              </div>
            </>
          )}
        </form>
      )}
    </Section>
  )
}

function Facts(props: { facts: PublishedFacts; onChange: (facts: PublishedFacts) => void }) {
  const { facts } = props
  const set = (more: Partial<PublishedFacts>) => props.onChange({ ...facts, ...more })
  return (
    <>
      <TextInput
        label="Name"
        required
        maxLength={120}
        value={facts.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Radio.Group
        label="Whose figures are they?"
        description="Leaders see what others published, behind their own layers; earlier surveys of this organization are for HR and analysts."
        value={facts.whose}
        onChange={(value) => set({ whose: value === "own" ? "own" : "others" })}
      >
        <Radio mt="xs" value="others" label="Others published them" />
        <Radio mt="xs" value="own" label="An earlier survey of this organization" />
      </Radio.Group>
      <TextInput
        label="Source and licence"
        description="Who published it, where, and under which licence. It stands under every picture."
        required
        maxLength={500}
        value={facts.source}
        onChange={(event) => set({ source: event.currentTarget.value })}
      />
      <Textarea
        label="Limits"
        description="What these figures cannot say here: other layers, another question, another kind of organization."
        maxLength={1000}
        autosize
        minRows={2}
        value={facts.limits}
        onChange={(event) => set({ limits: event.currentTarget.value })}
      />
    </>
  )
}

function Checked({ checked }: { checked: CheckedTable }) {
  const { rows, questions, waves, groups, issues, issueCount, notes, kind } = checked
  return (
    <div role="status">
      {rows > 0 && (
        <p>
          <strong>{counted(rows, "row counts", "rows count")}</strong>:{" "}
          {counted(questions, "question", "questions")}
          {waves.length > 0 && `, ${listed(waves.slice(0, 12))}`}.{" "}
          {kind === "units"
            ? `By unit: ${counted(groups[0]?.levels.length ?? 0, "unit", "units")}, in no order.`
            : groups
                .map(
                  ({ group, levels }) =>
                    `Layers${group === null ? "" : ` of ${group}`} from the top down: ${listed(levels)}.`,
                )
                .join(" ")}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="app-note">
          {note}
        </p>
      ))}
      {issueCount > 0 && (
        <details open={rows === 0}>
          <summary>
            {rows === 0
              ? "Nothing of this file can be counted"
              : `${counted(issueCount, "row is", "rows are")} refused and left out`}
          </summary>
          <ul>
            {issues.slice(0, 50).map(({ message, repair, row }) => (
              <li key={`${row} ${message}`}>
                {message} {repair}
              </li>
            ))}
          </ul>
          {issueCount > 50 && <p className="app-note">… and {count(issueCount - 50)} more.</p>}
        </details>
      )}
    </div>
  )
}
