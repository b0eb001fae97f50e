import { useState } from "react"
import { Link } from "wouter"
import type { InstrumentSummary } from "../api.ts"
import { counted, listed } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useInstruments } from "../queries.ts"
import { languageNames } from "../surveys/language-names.ts"
import { ImportInstrument } from "./import-instrument.tsx"
import classes from "./instruments.module.css"
import { UseAsStart } from "./use-as-start.tsx"

/** All questionnaires: those that come with Throughline, and the organization's own. */
export default function Instruments() {
  const query = useInstruments()
  const [copying, setCopying] = useState<string | null>(null)
  return (
    <Loaded query={query} what="questionnaires">
      {({ instruments }) => {
        const own = instruments.filter(({ readyMade }) => !readyMade)
        const ready = instruments.filter(({ readyMade }) => readyMade)
        const row = (one: InstrumentSummary) => (
          <Row
            key={one.id}
            instrument={one}
            copying={copying === one.id}
            onCopying={(open) => setCopying(open ? one.id : null)}
          />
        )
        return (
          <Page
            title="Questionnaires"
            kicker="Questionnaires"
            headline={
              own.length === 0 ? "Ask what is ready, or make it your own" : "What your surveys can ask"
            }
            lead="Take one as it is, or copy it and change every word. A survey asks one published version, in the languages you choose."
          >
            {own.length > 0 && (
              <Section title="Your own">
                <ul className="app-list">{own.map(row)}</ul>
              </Section>
            )}
            <Section
              title="Ready-made"
              lead="They stay as they are. “Use as a start” makes a copy that you can change."
            >
              <ul className="app-list">{ready.map(row)}</ul>
            </Section>
            <Section title="Another start">
              <div style={{ marginBottom: "1.5rem" }}>
                <UseAsStart
                  from={null}
                  name=""
                  open={copying === ""}
                  onOpen={(open) => setCopying(open ? "" : null)}
                />
              </div>
              <ImportInstrument />
            </Section>
          </Page>
        )
      }}
    </Loaded>
  )
}

function Row(props: { instrument: InstrumentSummary; copying: boolean; onCopying: (open: boolean) => void }) {
  const { instrument } = props
  const using = instrument.surveys
  const facts = [
    `About ${counted(instrument.minutes, "minute", "minutes")}`,
    counted(instrument.items, "question", "questions"),
    instrument.languages.length === 0
      ? "no language is complete"
      : listed(instrument.languages.map((one) => languageNames[one])),
  ]
  return (
    <li className={classes.listRow}>
      <div>
        <Link href={`/questionnaires/${instrument.id}`}>
          <strong>{instrument.name || "Without a name"}</strong>
        </Link>
        <p>{facts.join(" · ")}</p>
        <p>
          {using.length === 0 ? "No survey uses it" : `Used by ${listed(using.map((name) => `“${name}”`))}`}
          {!instrument.readyMade && ` · ${standing(instrument)}`}
        </p>
      </div>
      <UseAsStart from={instrument.id} name={instrument.name} open={props.copying} onOpen={props.onCopying} />
    </li>
  )
}

function standing({ version, changed }: InstrumentSummary): string {
  if (version === null) return "Draft, nothing published yet"
  return changed ? `Version ${version}, with changes that are not published` : `Version ${version}`
}
