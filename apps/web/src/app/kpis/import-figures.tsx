import { Button } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { Link } from "wouter"
import { api, type DoneKpis, type KpiChoices, type KpiFile, type NewKpi } from "../api.ts"
import { count, counted, listed } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useUnsaved } from "../leave-guard.tsx"
import { useDeed } from "../queries.ts"
import { DropFigures } from "./drop-figures.tsx"
import { ImportPreview } from "./import-preview.tsx"
import { KpiTabs } from "./kpi-tabs.tsx"
import { importSentence, isAsked } from "./kpi-words.ts"
import classes from "./kpis.module.css"

interface Chosen extends KpiFile {
  choices: KpiChoices
}

/** A file of figures: looked at, then taken in with one button. */
export default function ImportFigures() {
  const [chosen, setChosen] = useState<Chosen>()
  const [said, setSaid] = useState<Record<string, NewKpi>>({})
  const [done, setDone] = useState<DoneKpis>()
  const check = useMutation({ mutationFn: api.checkKpis })
  const take = useDeed(api.importKpis, (result) => {
    setDone(result)
    leave()
  })
  const top = useRef<HTMLDivElement>(null)
  useUnsaved(chosen && check.data && check.data.values > 0 ? "The figures of this file are" : "")
  // Each file that was read, and each one that was taken in, is read on from the top.
  useEffect(() => {
    if (check.data !== undefined || done !== undefined) top.current?.focus()
  }, [check.data, done])
  function leave() {
    setChosen(undefined)
    setSaid({})
    check.reset()
  }
  function look(next: Chosen) {
    setChosen(next)
    setDone(undefined)
    take.reset()
    check.mutate(next)
  }
  const checked = chosen && check.data
  const words = checked && importSentence(checked)
  const ready = checked !== undefined && !isAsked(checked) && checked.values > 0 && !check.isPending
  const importNow = () =>
    chosen &&
    checked &&
    take.mutate({ ...chosen, kpis: checked.kpis.flatMap(({ name }) => (said[name] ? [said[name]] : [])) })
  return (
    <>
      <KpiTabs />
      <Page
        title="Import figures"
        kicker="KPIs, figures"
        headline={words?.headline ?? "Import business figures"}
        lead={words?.lead}
      >
        <div ref={top} tabIndex={-1} style={{ outline: "none", marginTop: "1.5rem" }}>
          {done && <Done done={done} />}
          {checked && (
            <div className={classes.deeds}>
              <Button size="md" disabled={!ready} loading={take.isPending} onClick={importNow}>
                {ready ? `Import ${counted(checked.values, "value", "values")}` : "Import"}
              </Button>
              <Button variant="default" size="md" onClick={leave}>
                Another file than {chosen.fileName}
              </Button>
            </div>
          )}
          {take.error && <Trouble error={take.error} />}
        </div>
        {checked ? (
          <ImportPreview
            checked={checked}
            choices={chosen.choices}
            busy={check.isPending}
            said={said}
            onSay={(kpi) => setSaid({ ...said, [kpi.name]: kpi })}
            onChoose={(choices) => look({ ...chosen, choices })}
          />
        ) : (
          <DropFigures
            busy={check.isPending}
            onFile={(file, fileName) => look({ file, fileName, choices: {} })}
          />
        )}
        {check.error && <Trouble error={check.error} />}
      </Page>
    </>
  )
}

function Done({ done }: { done: DoneKpis }) {
  const { added, corrected, unchanged, unmapped, issueCount, newKpis } = done
  const named = unmapped.slice(0, 8)
  return (
    <Section title={`${counted(added + corrected, "value is", "values are")} stored`}>
      <p className="app-prose">
        {count(added)} new, {count(corrected)} corrected, {count(unchanged)} were there already
        {newKpis > 0 && `; ${counted(newKpis, "KPI is", "KPIs are")} new`}
        {issueCount > 0 && `; ${counted(issueCount, "cell or row was", "cells or rows were")} refused`}.
      </p>
      {unmapped.length > 0 && (
        <div className="app-attention">
          <strong>{counted(unmapped.length, "label stands", "labels stand")} for no unit yet</strong>
          <p>
            {unmapped.length > named.length
              ? `${named.join(", ")} and ${count(unmapped.length - named.length)} more`
              : listed(named)}
            . Their values are kept. <Link href="/kpis/units">Say which units they are</Link>
          </p>
        </div>
      )}
      <p>
        Next: <Link href="/kpis">see whether they go with alignment</Link>, or{" "}
        <Link href="/kpis/figures">look at all figures</Link>.
      </p>
    </Section>
  )
}
