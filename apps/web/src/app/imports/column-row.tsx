import { Checkbox, NativeSelect, TextInput } from "@mantine/core"
import type { Column, ImportDraft, Role } from "./draft.ts"
import { NO_TOPIC } from "./draft.ts"

const roleNames: { value: Role; label: string }[] = [
  { value: "none", label: "not taken in" },
  { value: "item", label: "a question" },
  { value: "layer", label: "the layer" },
  { value: "unit", label: "a unit" },
  { value: "person", label: "the person's id" },
  { value: "manager", label: "the manager's id" },
]

/** What one column means; of a question also its topic, its words and its direction. */
export function ColumnRow(props: {
  column: Column
  draft: ImportDraft
  onRole: (role: Role) => void
  onItem: (change: Partial<ImportDraft["items"][string]>) => void
}) {
  const { column, draft } = props
  const { header } = column
  const role = draft.roles[header] ?? "none"
  const item = draft.items[header]
  return (
    <tr>
      <th scope="row" style={{ fontWeight: 400, textAlign: "start", maxWidth: "16rem" }}>
        {header === "" ? "(no name)" : header}
        <span className="app-note" style={{ display: "block" }}>
          {holds(column)}
        </span>
      </th>
      <td>
        <NativeSelect
          aria-label={`What “${header}” is`}
          value={role}
          onChange={(event) => props.onRole(event.currentTarget.value as Role)}
          data={roleNames}
        />
      </td>
      <td>
        {role === "item" && (
          <NativeSelect
            aria-label={`Topic of “${header}”`}
            value={item?.topic ?? NO_TOPIC}
            onChange={(event) => props.onItem({ topic: event.currentTarget.value })}
            data={[
              { value: NO_TOPIC, label: "choose a topic" },
              ...draft.topics.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </td>
      <td style={{ minWidth: "14rem" }}>
        {role === "item" && (
          <>
            <TextInput
              aria-label={`Words of “${header}”`}
              value={item?.text ?? ""}
              maxLength={500}
              onChange={(event) => props.onItem({ text: event.currentTarget.value })}
            />
            <Checkbox
              mt={4}
              size="xs"
              label="5 is the worst answer"
              aria-label={`In “${header}” 5 is the worst answer`}
              checked={item?.reverse ?? false}
              onChange={(event) => props.onItem({ reverse: event.currentTarget.checked })}
            />
          </>
        )}
      </td>
    </tr>
  )
}

/** A glimpse of what stands in it: never a row as a whole. */
function holds({ filled, numbers, values }: Column): string {
  if (filled === 0) return "empty"
  if (numbers !== null && numbers.count === filled) return `numbers from ${numbers.least} to ${numbers.most}`
  if (values === null) return "many different texts"
  const first = values.slice(0, 3).map(({ value }) => value.slice(0, 30))
  return `${first.join(", ")}${values.length > 3 ? `, and ${values.length - 3} more` : ""}`
}
