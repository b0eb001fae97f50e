import { MultiSelect, NativeSelect } from "@mantine/core"
import type { UseQueryResult } from "@tanstack/react-query"
import { Link } from "wouter"
import type { Cut, Survey } from "../api.ts"
import { Loaded } from "../frame/states.tsx"
import { usePeople } from "../queries.ts"
import { CutView } from "./cut-view.tsx"
import classes from "./fields.module.css"
import type { SettingsForm } from "./use-settings.ts"

export function WhoStep(props: { survey: Survey; form: SettingsForm; cut: UseQueryResult<Cut> }) {
  const { survey, cut } = props
  const { settings, change } = props.form
  const people = usePeople()
  const active = people.data?.people.filter((person) => person.active) ?? []
  const departments = [
    ...new Set(active.map((person) => person.department).filter((name) => name !== "")),
  ].sort()
  const layers = Math.max(1, ...active.map((person) => person.layer))
  if (!survey.ready.people) {
    return (
      <p className="app-note">
        <Link href="/people">Import people</Link> first; then you see here the groups that answers are counted
        in.
      </p>
    )
  }
  return (
    <>
      <p className="app-note" style={{ marginTop: 0 }}>
        Everybody keeps their place in the org chart; only these are asked.
      </p>
      <div className={classes.fields}>
        <MultiSelect
          label="Departments"
          description={
            settings.audience.departments === null ? "None chosen: all departments take part." : undefined
          }
          data={departments}
          value={settings.audience.departments ?? []}
          onChange={(value) =>
            change({ audience: { ...settings.audience, departments: value.length === 0 ? null : value } })
          }
          searchable
          clearable
          clearButtonProps={{ "aria-label": "All departments" }}
        />
        <NativeSelect
          label="Layers"
          value={settings.audience.layers ?? ""}
          onChange={(event) =>
            change({
              audience: { ...settings.audience, layers: Number(event.currentTarget.value) || null },
            })
          }
          data={[
            { value: "", label: "All layers" },
            ...Array.from({ length: Math.max(0, layers - 1) }, (_, at) => ({
              value: String(at + 1),
              label: at === 0 ? "Only layer 1" : `Layers 1 to ${at + 1}`,
            })),
          ]}
        />
      </div>
      <Loaded query={cut} what="the cut">
        {(data) => <CutView cut={data} survey={survey} />}
      </Loaded>
    </>
  )
}
