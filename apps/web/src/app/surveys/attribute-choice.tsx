import { Radio, Stack } from "@mantine/core"
import { type Attribute, api, type Survey } from "../api.ts"
import { counted, listed } from "../format.ts"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useAttribute, useDeed } from "../queries.ts"

const names = { location: "Location", department: "Department", title: "Job title" } as const
type Column = Attribute["columns"][number]

/** One thing that people are asked about themselves, from a column of the people file; at first none. */
export function AttributeChoice({ survey }: { survey: Survey }) {
  const query = useAttribute(survey.id)
  const choose = useDeed((chosen: Attribute["chosen"]) => api.chooseAttribute(survey.id, chosen))
  return (
    <section aria-labelledby="attribute-choice">
      <h3 id="attribute-choice" style={{ margin: "1.75rem 0 0.25rem" }}>
        One question about the person
      </h3>
      <p className="app-note" style={{ margin: "0 0 1rem" }}>
        Asked last, filled in from the people file, and sealed with the answers. It leaves only as tables by
        function, for at least {survey.k} people. For thirty days, surveys of the same people that ask the
        same questions get no such table, and after this one their figures for those questions stay hidden.
      </p>
      <Loaded query={query} what="what can be asked">
        {({ chosen, columns }) => (
          <Radio.Group
            label="What is asked"
            value={(choose.isPending ? choose.variables : chosen) ?? "none"}
            onChange={(value) =>
              choose.mutate(columns.find(({ column }) => column === value)?.column ?? null)
            }
          >
            <Stack gap="sm" mt="xs">
              <Radio value="none" label="Nothing" />
              {columns.map((column) => (
                <Radio
                  key={column.column}
                  value={column.column}
                  label={names[column.column]}
                  description={description(column, survey.k)}
                  disabled={column.refused !== null && column.column !== chosen}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </Loaded>
      {choose.error && <Trouble error={choose.error} />}
    </section>
  )
}

function description({ values, joined, none, refused }: Column, k: number): string {
  if (refused === "too-many") return "Cannot be asked: more than 12 values."
  if (refused === "too-few")
    return `Cannot be asked: fewer than two values that at least ${k + 3} of the people invited have.`
  const people = values.map(({ value, people }) => `${value ?? "Other"} (${people})`)
  return [
    `${listed(people)}.`,
    joined.values > 0
      ? `“Other” stands for ${counted(joined.values, "value", "values")} that fewer than ${k + 3} people have.`
      : "",
    none > 0 ? `Of ${counted(none, "person", "people")} the file says nothing.` : "",
  ]
    .join(" ")
    .trim()
}
