import { word } from "@throughline/instrument"
import { useState } from "react"
import { Link } from "wouter"
import type { InstrumentDetail } from "../api.ts"
import { counted } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useInstrument, useOrganization } from "../queries.ts"
import { Editor } from "./editor.tsx"
import { previewOf } from "./preview-of.ts"
import { ReadingDesk } from "./reading-desk.tsx"
import { RemoveInstrument } from "./remove-instrument.tsx"
import { UseAsStart } from "./use-as-start.tsx"
import { Versions } from "./versions.tsx"

/** One questionnaire: an own one to change, a ready-made one to read and to start from. */
export default function InstrumentScreen({ id }: { id: string }) {
  const query = useInstrument(id)
  return (
    <Loaded query={query} what="the questionnaire">
      {(detail) => (detail.readyMade ? <ReadyMade detail={detail} /> : <Own detail={detail} />)}
    </Loaded>
  )
}

function Own({ detail }: { detail: InstrumentDetail }) {
  return (
    <Editor detail={detail}>
      <RemoveInstrument detail={detail} />
    </Editor>
  )
}

function ReadyMade({ detail }: { detail: InstrumentDetail }) {
  const organization = useOrganization()
  const name = word(detail.body.name, "en")
  const { words = null, name: who = "" } = organization.data ?? {}
  const [copying, setCopying] = useState(false)
  return (
    <Page
      title={name}
      kicker={<Link href="/questionnaires">Questionnaires</Link>}
      headline={name}
      lead={`Comes with Throughline: ${counted(detail.body.questions.length, "question", "questions")}, about ${counted(detail.minutes, "minute", "minutes")} on a phone. It cannot be changed; a copy of it can.`}
    >
      <div style={{ marginTop: "1.5rem" }}>
        <UseAsStart from={detail.id} name={name} open={copying} onOpen={setCopying} />
      </div>
      <Section title="Questions">
        <ReadingDesk questionnaire={previewOf(detail.body, words, who)} languages={detail.languages} />
      </Section>
      <Versions detail={detail} />
    </Page>
  )
}
