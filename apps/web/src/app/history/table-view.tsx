import { Button, Select } from "@mantine/core"
import { WaveStrips } from "@throughline/charts"
import { useState } from "react"
import { api, type PublishedSummary } from "../api.ts"
import { fileName } from "../csv.ts"
import { counted } from "../format.ts"
import { DataTable, Figure } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useDeed, usePublishedQuestion, usePublishedTable } from "../queries.ts"
import classes from "../results/results.module.css"
import { groupsOf, historySentence, stepsTable, stripsOf, unitsTable } from "./history-words.ts"

/** One table: a question of it by wave, and where it comes from. */
export function TableView(props: { table: PublishedSummary; mayRemove: boolean }) {
  const { table } = props
  const query = usePublishedTable(table.id)
  const [number, setNumber] = useState(1)
  const remove = useDeed(api.removePublished)
  const [sure, setSure] = useState(false)
  return (
    <Section
      title={table.name}
      lead={`${table.whose === "own" ? "An earlier survey of this organization" : "Published by others"}. ${counted(table.rows, "row counts", "rows count")}${table.refused > 0 ? `, ${counted(table.refused, "was", "were")} refused` : ""}.`}
    >
      <p className="app-source">
        Source: {table.source}. {table.limits && `Limits: ${table.limits}`}
      </p>
      <Loaded query={query} what="the questions">
        {({ questions }) => (
          <>
            <Select
              label="Question"
              value={String(number)}
              onChange={(value) => value && setNumber(Number(value))}
              data={questions.map((one) => ({ value: String(one.number), label: one.question }))}
              searchable
              limit={100}
              allowDeselect={false}
              nothingFoundMessage="No question by these words"
            />
            <Question key={number} table={table} number={number} />
          </>
        )}
      </Loaded>
      {remove.error && <Trouble error={remove.error} />}
      {props.mayRemove && (
        <div style={{ marginTop: "1rem" }}>
          {sure ? (
            <>
              <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(table.id)}>
                Take “{table.name}” away
              </Button>{" "}
              <Button variant="default" onClick={() => setSure(false)}>
                Keep it
              </Button>
            </>
          ) : (
            <Button variant="subtle" size="compact-md" onClick={() => setSure(true)}>
              Take this table away
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}

function Question(props: { table: PublishedSummary; number: number }) {
  const { table, number } = props
  const query = usePublishedQuestion(table.id, number)
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Loaded query={query} what="the question">
      {(told) => {
        const groups = groupsOf(told)
        const group = chosen !== null && groups.includes(chosen) ? chosen : (groups[0] ?? null)
        return (
          <>
            {groups.length > 1 && (
              <div className={classes.controls}>
                <Select
                  label="Layers of"
                  value={group}
                  onChange={setChosen}
                  data={groups.filter((one) => one !== null)}
                  allowDeselect={false}
                />
              </div>
            )}
            {table.kind === "units" ? (
              <>
                <p className="app-note">
                  This table is by unit. Units are in no order, so nothing is handed down between them; each
                  has its 95% interval, rounding taken in.
                </p>
                <DataTable table={unitsTable(told, group)} />
              </>
            ) : (
              <Figure
                headline={historySentence(told, group)}
                sure={`“${told.question}”: percent favourable, each dot a layer; bands are 95% intervals, rounding of the published percents taken in. The thick line is the largest drop whose interval leaves out 0. Each step is judged for itself, and nothing here says why.`}
                file={fileName(table.name, told.question, group ?? "")}
                table={stepsTable(told, group)}
                source={
                  <>
                    {table.source}. {table.limits}
                    {told.missing.length > 0 &&
                      ` ${told.missing.length} figures are missing; their neighbours are not compared across them.`}
                  </>
                }
                draw={(width) => (
                  <WaveStrips
                    strips={stripsOf(told, group)}
                    width={width}
                    title={`${told.question} by wave`}
                  />
                )}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
