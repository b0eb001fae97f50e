import { useEffect, useRef, useState } from "react"
import { Link } from "wouter"
import { api, type PeopleStored } from "../api.ts"
import { counted } from "../format.ts"
import { Page } from "../frame/page.tsx"
import { Loaded, Trouble, Waiting } from "../frame/states.tsx"
import { useDeed, usePeople } from "../queries.ts"
import { differenceSentence } from "./difference-sentence.ts"
import { DropArea } from "./drop-area.tsx"
import { History } from "./history.tsx"
import { Preview } from "./preview.tsx"
import { Stored } from "./stored.tsx"
import { usePeopleFile } from "./use-people-file.ts"

export default function People() {
  const stored = usePeople()
  return (
    <Loaded query={stored} what="people">
      {(data) => <PeopleScreen data={data} />}
    </Loaded>
  )
}

function PeopleScreen({ data }: { data: PeopleStored }) {
  const file = usePeopleFile(data)
  const { chosen, busy } = file
  const [done, setDone] = useState<{ sentence: string; goesOn: boolean } | null>(null)
  const [cameBack, setCameBack] = useState(false)
  const importing = useDeed(api.importPeople, (result) => {
    const stands = `${counted(result.people, "person", "people")} on ${counted(result.layers, "layer", "layers")} are stored now.`
    const wasEmpty = result.difference.joined === result.people
    const sentence = wasEmpty ? stands : `${stands} ${differenceSentence(result.difference, "done")}`
    setDone({ sentence, goesOn: true })
    file.leave()
  })
  function take(taken: Blob, fileName: string) {
    setDone(null)
    setCameBack(false)
    importing.reset()
    file.take(taken, fileName)
  }
  return (
    <Page
      title="People"
      kicker="People"
      headline={chosen ? "Look before you import" : headline(data)}
      lead={
        data.people.length === 0 && !chosen
          ? "Throughline follows the mission along the org chart, so it first needs to know who manages whom."
          : undefined
      }
    >
      {done && <Done {...done} />}
      {file.error !== null && <Trouble error={file.error} />}
      {busy === "opening" && <Waiting what="the file" />}
      {chosen && (
        <Preview
          chosen={chosen}
          stored={data.people}
          busy={busy !== null}
          importing={importing.isPending}
          error={importing.error}
          onColumns={file.chooseColumns}
          onRepair={file.repair}
          onRepairAll={file.repairAll}
          onTakeBack={file.takeBack}
          onCancel={() => {
            setCameBack(true)
            file.leave()
          }}
          onImport={() => {
            const { fileName, columns, repairs, today, version } = chosen
            importing.mutate({ file: chosen.file, fileName, columns, repairs, today, version })
          }}
        />
      )}
      {!chosen && busy !== "opening" && (
        <>
          {data.people.length > 0 && <Stored data={data} />}
          <DropArea onFile={take} again={data.people.length > 0} focus={cameBack} />
          <History onUndone={(sentence) => setDone({ sentence, goesOn: false })} />
        </>
      )}
    </Page>
  )
}

/** What was done last; whoever did it goes on reading from here. */
function Done({ sentence, goesOn }: { sentence: string; goesOn: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sentence is another thing that was done
  useEffect(() => box.current?.focus(), [sentence])
  return (
    <div className="app-done" ref={box} tabIndex={-1} role="status" style={{ marginTop: "1.5rem" }}>
      <strong>{sentence}</strong>
      {goesOn && (
        <p>
          Next: <Link href="/mission-and-priorities">write down mission and priorities</Link>, or{" "}
          <Link href="/surveys">set up a survey</Link>.
        </p>
      )}
    </div>
  )
}

function headline(data: PeopleStored): string {
  if (data.people.length === 0) return "Bring your people in"
  const layers = Math.max(...data.people.map((person) => person.layer))
  return `${counted(data.people.length, "person", "people")} on ${counted(layers, "layer", "layers")}`
}
