import { Select, Switch } from "@mantine/core"
import { Profiles } from "@throughline/charts"
import { useState } from "react"
import type { PublishedSummary } from "../api.ts"
import { fileName } from "../csv.ts"
import { Figure } from "../frame/figure.tsx"
import { Loaded } from "../frame/states.tsx"
import { usePublished, usePublishedQuestion, usePublishedTable } from "../queries.ts"
import { type Beside, benchmarkTable, besideProfile, besidesOf, ownProfile } from "./benchmark-lines.ts"
import type { LayersProps } from "./layers.tsx"
import { measureName } from "./measure-names.ts"
import classes from "./results.module.css"
import { Source } from "./source.tsx"

/** A published table as a line behind the layers, off until somebody wants it. */
export function BenchmarkFigure(props: LayersProps) {
  const [on, setOn] = useState(false)
  const tables = usePublished().data?.tables.filter(({ kind }) => kind === "layers") ?? []
  const [chosen, setChosen] = useState<string>()
  const table = tables.find(({ id }) => id === chosen) ?? tables[0]
  if (table === undefined) return null
  return (
    <>
      <Switch
        mt="xl"
        label="Show a published survey behind these layers"
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      {on && (
        <>
          {tables.length > 1 && (
            <div className={classes.controls}>
              <Select
                label="Published survey"
                value={table.id}
                onChange={(value) => value && setChosen(value)}
                data={tables.map(({ id, name }) => ({ value: id, label: name }))}
                allowDeselect={false}
              />
            </div>
          )}
          <QuestionChoice key={table.id} {...props} table={table} />
        </>
      )}
    </>
  )
}

function QuestionChoice(props: LayersProps & { table: PublishedSummary }) {
  const query = usePublishedTable(props.table.id)
  const [number, setNumber] = useState(0)
  return (
    <Loaded query={query} what="its questions">
      {({ questions }) => (
        <>
          <Select
            mt="md"
            label="Their question"
            description={`Which of theirs asks the same as “${measureName(props.release.measures, props.measure)}”? Nobody but you can say.`}
            placeholder="Choose a question"
            value={number === 0 ? null : String(number)}
            onChange={(value) => setNumber(Number(value ?? 0))}
            data={questions.map((one) => ({ value: String(one.number), label: one.question }))}
            searchable
            limit={100}
            nothingFoundMessage="No question by these words"
          />
          {number > 0 && <Lines key={number} {...props} number={number} />}
        </>
      )}
    </Loaded>
  )
}

function Lines(props: LayersProps & { table: PublishedSummary; number: number }) {
  const { release, group, measure, table } = props
  const query = usePublishedQuestion(table.id, props.number)
  const [chosen, setChosen] = useState<string>()
  return (
    <Loaded query={query} what="the question">
      {(told) => {
        const besides = besidesOf(told)
        const beside = besides.find(({ id }) => id === chosen) ?? (besides[0] as Beside)
        const name = measureName(release.measures, measure)
        const behind = besideProfile(told, beside, table.name)
        const front = ownProfile(release, group, measure)
        return (
          <>
            {besides.length > 1 && (
              <div className={classes.controls}>
                <Select
                  label="Their wave and layers"
                  value={beside.id}
                  onChange={(value) => value && setChosen(value)}
                  data={besides.map(({ id, label }) => ({ value: id, label }))}
                  allowDeselect={false}
                />
              </div>
            )}
            <Figure
              headline={`${name} beside ${behind.label}`}
              sure={`Percent favourable from the top layer down. Theirs is “${told.question}”, of other people, asked in another way: compare the shape of the lines, not one layer with the next to it. Their layers are not yours; each line has its own from the top to the bottom.`}
              file={fileName(release.survey.name, measure, group, table.name)}
              table={benchmarkTable(front, behind, name)}
              source={
                <>
                  {behind.label}: {table.source}. {table.limits}{" "}
                  <Source release={release} group={group} method="published" />
                </>
              }
              draw={(width) => (
                <Profiles front={front} behind={behind} width={width} title={`${name} and ${behind.label}`} />
              )}
            />
          </>
        )
      }}
    </Loaded>
  )
}
