import { NativeSelect } from "@mantine/core"
import type { ResultSummary } from "../api.ts"
import { day } from "../format.ts"
import { useChoice } from "../results/told-screen.tsx"

/** The same screen of another survey; nothing where there is one only. */
export function SurveyOf({ id, released }: { id: string; released: readonly ResultSummary[] }) {
  const [, choose] = useChoice()
  if (released.length < 2) return null
  return (
    <NativeSelect
      label="Survey"
      value={id}
      onChange={(event) => choose("survey", event.currentTarget.value)}
      data={released.map((one) => ({ value: one.id, label: `${one.name} (${day(one.closedAt)})` }))}
    />
  )
}
