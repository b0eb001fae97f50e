import { NativeSelect } from "@mantine/core"
import { Link } from "wouter"
import { counted, listed } from "../format.ts"
import { Loaded } from "../frame/states.tsx"
import { useInstrument, useInstruments } from "../queries.ts"
import { languageNames } from "../surveys/language-names.ts"

export interface InstrumentVersion {
  id: string
  version: number
}

/** Which questionnaire a survey asks, and which version of it: the newest unless another is chosen. */
export default function InstrumentChoice(props: {
  value: InstrumentVersion
  onChange: (value: InstrumentVersion) => void
}) {
  const { value, onChange } = props
  const list = useInstruments()
  const chosen = useInstrument(value.id)
  return (
    <Loaded query={list} what="questionnaires">
      {({ instruments }) => {
        const usable = instruments.filter(({ version }) => version !== null)
        const current = usable.find(({ id }) => id === value.id)
        const versions = chosen.data?.versions ?? []
        return (
          <div style={{ display: "grid", gap: "1.25rem" }}>
            <NativeSelect
              label="Questionnaire"
              description={
                current &&
                `About ${counted(current.minutes, "minute", "minutes")}, ${counted(current.items, "question", "questions")}, complete in ${listed(current.languages.map((one) => languageNames[one]))}.`
              }
              value={value.id}
              onChange={(event) => {
                const id = event.currentTarget.value
                const next = usable.find((one) => one.id === id)
                if (next) onChange({ id, version: next.version ?? 1 })
              }}
              data={usable.map(({ id, name, readyMade }) => ({
                value: id,
                label: readyMade ? `${name} (ready-made)` : name,
              }))}
            />
            {versions.length > 1 && (
              <NativeSelect
                label="Version"
                value={String(value.version)}
                onChange={(event) => onChange({ id: value.id, version: Number(event.currentTarget.value) })}
                data={versions
                  .toSorted((a, b) => b.version - a.version)
                  .map(({ version }, at) => ({
                    value: String(version),
                    label: at === 0 ? `Version ${version}, the newest` : `Version ${version}`,
                  }))}
              />
            )}
            <p className="app-note" style={{ margin: 0 }}>
              <Link href={`/questionnaires/${value.id}/versions/${value.version}`}>Read its questions</Link>,
              or <Link href="/questionnaires">make your own</Link>.
            </p>
          </div>
        )
      }}
    </Loaded>
  )
}
