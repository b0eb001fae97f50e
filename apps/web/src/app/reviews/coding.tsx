import { NativeSelect, Pagination, SegmentedControl } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { api, type CodingView, type ReviewPage } from "../api.ts"
import { counted } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import classes from "./coding.module.css"
import { agreementText, codeName, numbered, progressText } from "./coding-words.ts"

const AT_ONCE = 20

interface Said {
  code: string
  error: unknown
}

/**
 * Which priority does each text name? Coded by two, neither seeing the other's before both are done; then they settle
 * what they differ on.
 */
export function Coding({ page, coding }: { page: ReviewPage; coding: CodingView }) {
  const texts = page.comments.filter(({ question }) => question === coding.question?.id)
  return (
    <Section title="Which priority does each text name?" lead={progressText(coding)}>
      {coding.state === "coding" && <OwnCodes survey={page.survey.id} texts={texts} coding={coding} />}
      {(coding.state === "settling" || coding.state === "ready" || coding.state === "too-few") && (
        <Differences survey={page.survey.id} texts={texts} coding={coding} />
      )}
    </Section>
  )
}

type Texts = ReviewPage["comments"]

/**
 * A change is shown at once, saved by itself, and stays where the server could not take it. Once it is saved the server's
 * word holds where somebody else may change it too.
 */
function useCodes(
  survey: string,
  isOwn: boolean,
  save: (comment: string, code: string) => Promise<CodingView>,
) {
  const queries = useQueryClient()
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map())
  const put = (comment: string, one: Said) => setSaid((before) => new Map(before).set(comment, one))
  const forget = (comment: string) =>
    setSaid((before) => new Map([...before].filter(([one]) => one !== comment)))
  const { mutate } = useMutation({
    mutationFn: ({ comment, code }: { comment: string; code: string }) => save(comment, code),
    onMutate: ({ comment, code }) => put(comment, { code, error: null }),
    onSuccess: (view, { comment }) => {
      queries.setQueryData(["coding", survey], view)
      if (!isOwn) forget(comment)
    },
    onError: async (error, { comment, code }) => {
      put(comment, { code, error })
      await queries.invalidateQueries({ queryKey: ["coding", survey] })
    },
  })
  const failed = [...said].filter(([, { error }]) => error !== null)
  /** What is being saved: where that failed, what stands at the server is shown again. */
  const waiting = (comment: string) => {
    const one = said.get(comment)
    return one?.error === null ? one.code : undefined
  }
  return {
    said,
    failed,
    forget,
    waiting,
    change: (comment: string, code: string) => mutate({ comment, code }),
  }
}

function OwnCodes({ survey, texts, coding }: { survey: string; texts: Texts; coding: CodingView }) {
  const codes = useCodes(survey, true, (comment, code) => api.saveCode(survey, comment, code))
  const [which, setWhich] = useState("all")
  // Looked at when it is asked for, so that no row goes away under the reader's hands.
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [part, setPart] = useState(1)
  const codeOf = (id: string) =>
    codes.said.get(id)?.code ?? coding.mine.find(({ comment }) => comment === id)?.code ?? ""
  const listed = texts.filter(({ id }) => which === "all" || open.has(id))
  const parts = Math.max(1, Math.ceil(listed.length / AT_ONCE))
  const first = (Math.min(part, parts) - 1) * AT_ONCE
  const rows = listed.slice(first, first + AT_ONCE)
  return (
    <>
      <p className="app-note">
        With the keyboard: the Tab key goes from text to text, and the number of a priority chooses it. Each
        choice is saved at once and can be changed until you both are done.
      </p>
      <SegmentedControl
        aria-label="Which texts are listed"
        value={which}
        onChange={(to) => {
          setWhich(to)
          setOpen(new Set(texts.map(({ id }) => id).filter((id) => codeOf(id) === "")))
          setPart(1)
        }}
        data={[
          { value: "all", label: "All" },
          { value: "open", label: "Not coded yet" },
        ]}
      />
      {rows.length === 0 && <p className="app-note">You have coded all of them.</p>}
      {rows.length > 0 && (
        <table className={classes.table}>
          <caption>What people wrote, and which priority it names in your eyes</caption>
          <thead>
            <tr>
              <th scope="col">Text</th>
              <th scope="col">It names</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, text }, at) => (
              <tr key={id}>
                <td>
                  <span className={classes.number}>{first + at + 1}</span>
                  <q dir="auto">{text}</q>
                </td>
                <td>
                  <CodeSelect
                    label={`Text ${first + at + 1} names`}
                    coding={coding}
                    value={codeOf(id)}
                    onChange={(code) => codes.change(id, code)}
                  />
                  <Failed codes={codes} id={id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {parts > 1 && (
        <Pagination
          mt="md"
          total={parts}
          value={Math.min(part, parts)}
          onChange={setPart}
          getItemProps={(to) => ({ "aria-label": `Page ${to} of the texts` })}
          getControlProps={(control) => ({
            "aria-label": control === "next" ? "Next texts" : "Texts before",
          })}
        />
      )}
      <p className="app-source" role="status">
        {codes.failed.length > 0
          ? `${counted(codes.failed.length, "choice is", "choices are")} not saved.`
          : `${coding.mine.length} of ${coding.texts} coded by you.`}
      </p>
    </>
  )
}

function Differences({ survey, texts, coding }: { survey: string; texts: Texts; coding: CodingView }) {
  const codes = useCodes(survey, false, (comment, code) => {
    const revision = coding.differences.find((one) => one.comment === comment)?.settled?.revision ?? 0
    return api.settleCode(survey, comment, code, revision)
  })
  if (coding.differences.length === 0) return <p>{agreementText(coding)}</p>
  return (
    <>
      <p>{agreementText(coding)}</p>
      <p className="app-note">
        One of you decides what stands where you differ, best after a talk. Whoever decides is named here.
      </p>
      <table className={classes.table}>
        <caption>Texts on which the two of you differ</caption>
        <thead>
          <tr>
            <th scope="col">Text</th>
            <th scope="col">You</th>
            <th scope="col">{coding.other?.name ?? "The other"}</th>
            <th scope="col">What stands</th>
          </tr>
        </thead>
        <tbody>
          {coding.differences.map(({ comment, mine, theirs, settled }, at) => (
            <tr key={comment}>
              <td>
                <span className={classes.number}>{at + 1}</span>
                <q dir="auto">{texts.find(({ id }) => id === comment)?.text ?? ""}</q>
              </td>
              <td data-label="You: ">{codeName(coding, mine)}</td>
              <td data-label={`${coding.other?.name ?? "The other"}: `}>{codeName(coding, theirs)}</td>
              <td>
                <CodeSelect
                  label={`What stands of text ${at + 1}`}
                  coding={coding}
                  value={codes.waiting(comment) ?? settled?.code ?? ""}
                  onChange={(code) => codes.change(comment, code)}
                />
                {settled && <p className="app-source">Settled by {settled.by ?? "a former member"}</p>}
                <Failed codes={codes} id={comment} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Failed({ codes, id }: { codes: ReturnType<typeof useCodes>; id: string }) {
  const one = codes.said.get(id)
  if (one === undefined || one.error === null) return null
  return (
    <Trouble
      error={one.error}
      retry={() => {
        codes.forget(id)
        codes.change(id, one.code)
      }}
    />
  )
}

function CodeSelect(props: {
  label: string
  coding: CodingView
  value: string
  onChange: (code: string) => void
}) {
  return (
    <NativeSelect
      aria-label={props.label}
      value={props.value}
      onChange={(event) => event.currentTarget.value !== "" && props.onChange(event.currentTarget.value)}
      data={[{ value: "", label: "Choose…" }, ...numbered(props.coding)]}
    />
  )
}
