import { ActionIcon, Button, Group, NativeSelect, NumberInput, Table, TextInput } from "@mantine/core"
import { useState } from "react"
import type { DescribedFile } from "../api.ts"
import { count, counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { ColumnRow } from "./column-row.tsx"
import { addTopic, answerTexts, fillTopic, type ImportDraft, moveLayer, setRole } from "./draft.ts"

interface Props {
  described: DescribedFile
  draft: ImportDraft
  onChange: (draft: ImportDraft) => void
}

/** Everything that has to be said of a file before it can be counted. */
export function Mapping({ described, draft, onChange }: Props) {
  const { columns } = described
  return (
    <>
      <Section
        title="The survey"
        lead={`The file has ${counted(described.rows, "row", "rows")}. What stands here is how it will be listed.`}
      >
        <Group align="end" gap="md">
          <TextInput
            label="Name"
            value={draft.name}
            maxLength={120}
            onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
          />
          <TextInput
            label="Last day to answer"
            type="date"
            value={draft.closedOn}
            onChange={(event) => onChange({ ...draft, closedOn: event.currentTarget.value })}
          />
          <NumberInput
            label="People who were asked"
            description="For the response rate; taken as the same everywhere"
            min={0}
            max={10_000_000}
            allowDecimal={false}
            value={draft.asked}
            onChange={(value) => onChange({ ...draft, asked: Number(value) || 0 })}
          />
          <NumberInput
            label="Smallest group"
            description="No group below it is ever shown"
            min={5}
            max={100}
            allowDecimal={false}
            value={draft.k}
            onChange={(value) => onChange({ ...draft, k: Math.min(100, Math.max(5, Number(value) || 5)) })}
          />
        </Group>
      </Section>
      <Section
        title="Columns"
        lead="Say where people stand and which columns are questions. Columns of units go from the outermost to the innermost. Texts in people's own words are never taken in."
      >
        <Topics draft={draft} onChange={onChange} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it is scrolled sideways, also by keyboard */}
        <section style={{ overflowX: "auto" }} aria-label="Columns of the file" tabIndex={0}>
          <Table verticalSpacing="xs" horizontalSpacing="xs" style={{ minWidth: "52rem" }}>
            <thead>
              <tr>
                {["Column", "What it is", "Topic", "Words of the question"].map((title) => (
                  <th key={title} scope="col" style={{ textAlign: "start" }}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {columns.map((column) => (
                <ColumnRow
                  key={column.header}
                  column={column}
                  draft={draft}
                  onRole={(role) => onChange(setRole(draft, columns, column.header, role))}
                  onItem={(change) => {
                    const before = draft.items[column.header] ?? { topic: "", text: "", reverse: false }
                    onChange({
                      ...draft,
                      items: { ...draft.items, [column.header]: { ...before, ...change } },
                    })
                  }}
                />
              ))}
            </tbody>
          </Table>
        </section>
      </Section>
      {draft.layers.length > 0 && <Layers draft={draft} onChange={onChange} />}
      <Meanings described={described} draft={draft} onChange={onChange} />
    </>
  )
}

type Change = Pick<Props, "draft" | "onChange">

function Topics({ draft, onChange }: Change) {
  const [name, setName] = useState("")
  const [all, setAll] = useState("")
  return (
    <Group align="end" gap="md" mb="md">
      <TextInput
        label="A topic of your own"
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={name.trim() === ""}
        onClick={() => {
          onChange(addTopic(draft, name.trim()))
          setName("")
        }}
      >
        Add topic
      </Button>
      <NativeSelect
        label="For all questions without a topic"
        value={all}
        onChange={(event) => setAll(event.currentTarget.value)}
        data={[
          { value: "", label: "choose a topic" },
          ...draft.topics.map((topic) => ({ value: topic.id, label: topic.name })),
        ]}
      />
      <Button variant="default" disabled={all === ""} onClick={() => onChange(fillTopic(draft, all))}>
        Use it
      </Button>
    </Group>
  )
}

function Layers({ draft, onChange }: Change) {
  return (
    <Section
      title="Layers from the top down"
      lead="Layer 1 is the highest. Rows with a value that is taken out are not counted."
    >
      <ol className="app-list">
        {draft.layers.map((layer, at) => (
          <li key={layer} style={{ display: "flex", flexWrap: "wrap", gap: "0.5rem", alignItems: "center" }}>
            <span style={{ minWidth: "14rem" }}>
              Layer {at + 1}: {layer}
            </span>
            <ActionIcon
              variant="default"
              aria-label={`“${layer}” one layer up`}
              disabled={at === 0}
              onClick={() => onChange(moveLayer(draft, at, -1))}
            >
              <span aria-hidden="true">↑</span>
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={`“${layer}” one layer down`}
              disabled={at === draft.layers.length - 1}
              onClick={() => onChange(moveLayer(draft, at, 1))}
            >
              <span aria-hidden="true">↓</span>
            </ActionIcon>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Take out “${layer}”`}
              disabled={draft.layers.length === 1}
              onClick={() => onChange({ ...draft, layers: draft.layers.filter((one) => one !== layer) })}
            >
              Take out
            </Button>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const meanings = [
  { value: "", label: "as it is known" },
  { value: "5", label: "5, the best" },
  ...["4", "3", "2"].map((value) => ({ value, label: value })),
  { value: "1", label: "1, the worst" },
  { value: "0", label: "cannot say" },
  { value: "none", label: "not answered" },
]

/** Words of other scales, and numbers that are no 1 to 5: each can be given its meaning by hand. */
function Meanings({ described, draft, onChange }: Props) {
  const texts = answerTexts(described.columns, draft)
  if (texts.length === 0) return null
  const meaningOf = (text: string) => {
    const said = draft.answers[text]
    return said === undefined ? "" : said === null ? "none" : String(said)
  }
  return (
    <Section
      title="What answers mean"
      lead="Numbers from 1 to 5 and from 0 to 100 are known, and the usual words for agreement in six languages. Anything else can be given a meaning here; the preview names what is not understood."
    >
      <details>
        <summary>
          {counted(texts.length, "answer stands", "different answers stand")} in the questions
        </summary>
        <ul className="app-list">
          {texts.map(({ value, rows }) => (
            <li key={value} style={{ display: "flex", flexWrap: "wrap", gap: "1rem", alignItems: "center" }}>
              <span style={{ minWidth: "14rem" }}>
                {value} <span className="app-note">({count(rows)} times)</span>
              </span>
              <NativeSelect
                aria-label={`What “${value}” means`}
                value={meaningOf(value)}
                data={meanings}
                onChange={(event) => {
                  const chosen = event.currentTarget.value
                  const { [value]: _, ...others } = draft.answers
                  const meant = chosen === "none" ? null : Number(chosen)
                  onChange({ ...draft, answers: chosen === "" ? others : { ...others, [value]: meant } })
                }}
              />
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}
