import { NativeSelect, SimpleGrid } from "@mantine/core"
import type { ColumnMap, Field } from "@throughline/org"
import { fieldNames } from "./field-names.ts"

// An empty string in a column map means: left out on purpose.
const LEFT_OUT = ""

/** Which column of the file means what; every guess can be corrected by hand. */
export function ColumnChoices(props: {
  headers: readonly string[]
  columns: ColumnMap
  onChange: (columns: ColumnMap) => void
}) {
  const fields = Object.keys(fieldNames) as Field[]
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="md" verticalSpacing="sm">
      {fields.map((field) => (
        <NativeSelect
          key={field}
          label={fieldNames[field]}
          value={props.columns[field] ?? LEFT_OUT}
          onChange={(event) => props.onChange({ ...props.columns, [field]: event.currentTarget.value })}
          data={[
            { value: LEFT_OUT, label: "not in this file" },
            ...new Set(props.headers.filter((header) => header !== "")),
          ]}
        />
      ))}
    </SimpleGrid>
  )
}
