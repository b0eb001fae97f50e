import { type ColumnMap, peopleFileLimits, type Repair } from "@throughline/org"
import { useEffect, useRef, useState } from "react"
import type { PeopleStored } from "../api.ts"
import { failure } from "../failure.ts"
import { counted } from "../format.ts"
import type { CheckedFile } from "./check-file.ts"
import type { Told } from "./file-reader.ts"
import { type OpenFile, openFile } from "./open-file.ts"

/** The file HR is looking at, with all that was chosen so far. */
export interface Chosen {
  fileName: string
  file: Blob
  sheet: string | null
  columns: ColumnMap | undefined
  repairs: Repair[]
  /** The day and the stored people it is looked at with: the server uses the same. */
  today: string
  version: number
  checked: CheckedFile
  /** What the last click changed, for eyes and ears. */
  said: string
  /** How often everything was repaired at once. */
  times: number
}

export function usePeopleFile(stored: PeopleStored) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [busy, setBusy] = useState<"opening" | "checking" | null>(null)
  const [error, setError] = useState<unknown>(null)
  const reader = useRef<OpenFile | null>(null)
  useEffect(() => () => reader.current?.close(), [])

  async function wait<T>(how: "opening" | "checking", work: Promise<T>, done: (made: T) => void) {
    setBusy(how)
    setError(null)
    try {
      done(await work)
    } catch (fault) {
      setError(fault)
    }
    setBusy(null)
  }

  function take(file: Blob, fileName: string) {
    reader.current?.close()
    setChosen(null)
    if (file.size > peopleFileLimits.bytes) return setError(failure("request.too-large"))
    const { version } = stored
    const opened = file.arrayBuffer().then((buffer) => {
      reader.current = openFile({
        ...{ bytes: new Uint8Array(buffer), fileName },
        stored: stored.people.map(({ layer: _layer, ...person }) => person),
      })
      return reader.current.told
    })
    void wait("opening", opened, ({ checked, sheet, today }) =>
      setChosen({
        ...{ fileName, file, sheet, columns: undefined, repairs: [], today, version, checked },
        ...{ said: "", times: 0 },
      }),
    )
  }
  function follow(
    asked: Promise<Told> | undefined,
    columns: ColumnMap | undefined,
    say: (told: Told) => string,
    times = chosen?.times ?? 0,
  ) {
    if (!asked || !chosen) return
    void wait("checking", asked, (told) =>
      setChosen({
        ...{ ...chosen, columns, times, repairs: told.repairs, checked: told.checked },
        said: `${say(told)} ${leftSentence(told.checked)}`.trim(),
      }),
    )
  }
  return {
    chosen,
    busy,
    error,
    take,
    leave() {
      reader.current?.close()
      reader.current = null
      setChosen(null)
      setError(null)
    },
    chooseColumns(columns: ColumnMap) {
      follow(reader.current?.check(columns, chosen?.repairs ?? []), columns, () => "Read again.")
    },
    repair(repair: Repair) {
      const repairs = [...(chosen?.repairs ?? []), repair]
      const last = ({ checked }: Told) => checked.file.repairs.at(-1)?.sentence ?? ""
      follow(reader.current?.check(chosen?.columns, repairs), chosen?.columns, last)
    },
    repairAll() {
      const before = chosen?.repairs.length ?? 0
      const made = ({ repairs }: Told) =>
        repairs.length === before
          ? "There was nothing left to repair."
          : `${counted(repairs.length - before, "repair was", "repairs were")} made, listed below.`
      const asked = reader.current?.repair(chosen?.columns, chosen?.repairs ?? [])
      follow(asked, chosen?.columns, made, (chosen?.times ?? 0) + 1)
    },
    takeBack(index: number) {
      const repairs = (chosen?.repairs ?? []).filter((_, at) => at !== index)
      follow(reader.current?.check(chosen?.columns, repairs), chosen?.columns, () => "Taken back.")
    },
  }
}

function leftSentence({ file }: CheckedFile): string {
  const errors = file.issues.filter((issue) => issue.severity === "error").length
  if (errors === 0) return "Nothing is left that must be mended."
  return `${counted(errors, "problem", "problems")} must still be mended.`
}
