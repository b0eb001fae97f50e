import { Select } from "@mantine/core"
import { useState } from "react"
import { Empty } from "../frame/empty.tsx"
import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { usePublished, useSession } from "../queries.ts"
import { AddTable } from "./add-table.tsx"
import { TableView } from "./table-view.tsx"

/** Survey tables of earlier years, or of others, that are older than this product or from outside it. */
export default function History() {
  const tables = usePublished()
  const isHr = useSession().data?.role === "hr"
  const [chosen, setChosen] = useState<string>()
  return (
    <Page
      title="History"
      kicker="History"
      headline="What earlier and other surveys say, wave by wave"
      lead="Tables that were published, or exported from another tool: percents by layer or unit, no answer of anybody. They stand beside your own results and are never mixed into them."
    >
      <Loaded query={tables} what="the tables">
        {({ tables }) => {
          const table = tables.find(({ id }) => id === chosen) ?? tables[0]
          return (
            <>
              {table === undefined ? (
                <Empty title="No table yet">
                  {isHr
                    ? "Add one below: an earlier survey of yours, or one that others published with figures by layer."
                    : "HR can add earlier surveys, or tables that others published."}
                </Empty>
              ) : (
                <>
                  {tables.length > 1 && (
                    <Select
                      mt="xl"
                      label="Table"
                      value={table.id}
                      onChange={(value) => value && setChosen(value)}
                      data={tables.map(({ id, name }) => ({ value: id, label: name }))}
                      allowDeselect={false}
                    />
                  )}
                  <TableView key={table.id} table={table} mayRemove={isHr} />
                </>
              )}
              {isHr && <AddTable onAdded={setChosen} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
