import { SegmentedControl } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { asksForWords, type Language, word } from "@throughline/instrument"
import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from "react"
import { Link } from "wouter"
import type { InstrumentDetail } from "../api.ts"
import { counted } from "../format.ts"
import { Page } from "../frame/page.tsx"
import { useUnsaved } from "../leave-guard.tsx"
import { useOrganization } from "../queries.ts"
import { AddSection } from "./add-section.tsx"
import { Contents } from "./contents.tsx"
import { type Desk, DeskContext, fieldId } from "./desk.ts"
import { EditorBar } from "./editor-bar.tsx"
import { editorFaults } from "./editor-faults.ts"
import { FaultList } from "./fault-list.tsx"
import { firstLanguages } from "./first-languages.ts"
import classes from "./instruments.module.css"
import { undoChange } from "./merge-drafts.ts"
import { PhonePreview } from "./phone-preview.tsx"
import { previewOf } from "./preview-of.ts"
import { Publish } from "./publish.tsx"
import { type Removed, RemovedContext } from "./removed.ts"
import { SavingLine, SavingTrouble } from "./saving-line.tsx"
import { SectionBlock } from "./section-block.tsx"
import { sectionsOf } from "./sections.ts"
import { Summaries } from "./summaries.tsx"
import { TextField } from "./text-field.tsx"
import { UndoLine } from "./undo-line.tsx"
import { undoPlace } from "./undo-place.ts"
import { useDraftState, useKeptDraft } from "./use-kept-draft.ts"
import { Versions } from "./versions.tsx"

/** Own questionnaires: everything in them can be changed, and saves itself. */
export function Editor({ detail, children }: { detail: InstrumentDetail; children?: ReactNode }) {
  const draft = useKeptDraft(detail)
  const state = useDraftState(draft)
  const { instrument } = state
  const organization = useOrganization()
  const [{ language, reference }, setLanguages] = useState(() => firstLanguages(detail.body))
  const [question, setQuestion] = useState<string>()
  const [view, setView] = useState("edit")
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [said, setSaid] = useState("")
  const wanted = useRef<string | null>(null)
  const wide = useMediaQuery("(min-width: 80em)", true, { getInitialValueInEffect: false })
  const roomy = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false })
  const stuck = state.saving === "failed" || state.saving === "undecided"
  useUnsaved(stuck ? "The last change to this questionnaire is" : "")

  // After every drawing: what is to have focus may have been drawn only now.
  useEffect(() => {
    const element = wanted.current === null ? null : document.getElementById(wanted.current)
    if (!element) return
    wanted.current = null
    element.focus()
    element.scrollIntoView({ block: "nearest" })
  })

  const faults = useMemo(() => editorFaults(instrument, language), [instrument, language])
  const sections = sectionsOf(instrument)
  const asked = sections.filter(({ questions }) => questions.length > 0).length
  const focus = (element: string) => {
    wanted.current = element
    setSaid((before) => before)
  }

  const desk: Desk = {
    instrument,
    language,
    reference,
    change: draft.change,
    faults: (path) => faults.filter((fault) => fault.path === path).map(({ message }) => message),
    conflict: (path) => state.conflicts.find((one) => one.path === path),
    settle: draft.settle,
    follow: setQuestion,
    // A no-break space makes the same sentence another one, so that it is read out again.
    say: (text) => setSaid((before) => (before === text ? `${text}\u00a0` : text)),
    isOpen: (path) => open.has(path),
    toggle: (path, opened) =>
      setOpen((before) => new Set(opened ? [...before, path] : [...before].filter((one) => one !== path))),
    focus,
    remove(what, where, make) {
      const before = draft.state().instrument
      const after = make(before)
      draft.change(make)
      const dismiss = () => setRemoved(null)
      setRemoved({
        what,
        where: undoPlace(before, after, where),
        dismiss,
        undo() {
          draft.change((now) => undoChange(before, after, now))
          setRemoved(null)
          desk.say(`${what} is back.`)
          focus(where.startsWith("questions/") ? fieldId(`${where}/text`) : `${where}/heading`)
        },
      })
      desk.say(`Removed ${what}.`)
      focus("undo")
    },
  }

  /** To the field of that path, in that language; opens what hides it. */
  function leadTo(path: string, to: Language = language) {
    setView("edit")
    if (to !== language) chooseLanguage(to)
    const [list, id] = path.split("/")
    setOpen((before) => new Set([...before, `${list}/${id}`]))
    if (list === "questions" && id) setQuestion(id)
    requestAnimationFrame(() => {
      const steps = path.split("/")
      const candidates = steps.flatMap((_, at) => {
        const part = steps.slice(0, steps.length - at).join("/")
        return [fieldId(part), fieldId(`${part}/text`), `${part}/heading`]
      })
      focus(candidates.find((one) => document.getElementById(one) !== null) ?? "editor")
    })
  }

  /** The other view, at the question that was worked on. */
  function show(next: string) {
    setView(next)
    requestAnimationFrame(() => {
      const field = document.getElementById(fieldId(`questions/${question}/text`))
      const seen =
        next === "edit" ? (field ?? document.getElementById("editor")) : document.getElementById("preview")
      seen?.scrollIntoView({ block: next === "edit" ? "center" : "start" })
    })
  }

  function chooseLanguage(to: Language) {
    setLanguages((before) => ({
      language: to,
      reference: before.reference === to ? before.language : before.reference,
    }))
  }

  const { words = null, name = "" } = organization.data ?? {}
  const questionnaire = useMemo(() => previewOf(instrument, words, name), [instrument, words, name])
  const saving = <SavingLine draft={draft} state={state} />
  const editing = wide || view === "edit"
  return (
    <DeskContext value={desk}>
      <RemovedContext value={removed}>
        <Page
          title={word(instrument.name, "en") || "Questionnaire"}
          kicker={<Link href="/questionnaires">Questionnaires</Link>}
          headline={word(instrument.name, "en") || "Questionnaire without a name"}
          lead={`${counted(instrument.questions.length, "question", "questions")}, about ${counted(detail.minutes, "minute", "minutes")} on a phone. Everything here saves itself; surveys ask only what you publish.`}
        >
          <SavingTrouble draft={draft} state={state} />
          <EditorBar
            onLanguage={chooseLanguage}
            onReference={(to) => setLanguages((before) => ({ ...before, reference: to }))}
            leadTo={leadTo}
            saving={roomy && saving}
          />
          {!wide && (
            <div className={classes.tabs}>
              {!roomy && saving}
              <SegmentedControl
                fullWidth
                aria-label="What to show"
                value={view}
                onChange={show}
                data={[
                  { value: "edit", label: "Edit" },
                  { value: "preview", label: "Preview on a phone" },
                ]}
              />
            </div>
          )}
          <p role="status" className={classes.unseen}>
            {said}
          </p>
          <div className={classes.bench}>
            {editing && (
              <div id="editor" tabIndex={-1} className={classes.editor}>
                <div className={classes.name}>
                  <TextField
                    path="name"
                    label="Name"
                    hint="For you and your colleagues; respondents do not see it."
                    wording={instrument.name}
                    otherwise={word(instrument.name, language)}
                    needed={false}
                  />
                </div>
                <Contents />
                {sections.map((section, at) => {
                  const path = `${section.kind === "construct" ? "constructs" : "pages"}/${section.id}`
                  return (
                    <Fragment key={`${section.kind} ${section.id}`}>
                      <UndoLine where={path} as="div" />
                      <SectionBlock section={section} at={at + 1} of={asked} />
                    </Fragment>
                  )
                })}
                <UndoLine where="end" as="div" />
                <AddSection />
                <Summaries />
                <FaultList faults={faults} leadTo={leadTo} />
                <Publish detail={detail} draft={draft} faults={faults} />
                <Versions detail={detail} />
                {children}
              </div>
            )}
            {(wide || view === "preview") && (
              <aside id="preview" className={classes.previewColumn} aria-label="Preview">
                <PhonePreview questionnaire={questionnaire} language={language} question={question} />
                <p className={classes.hint}>
                  As respondents get it, with everything that people with reports are asked.
                  {words === null && asksForWords(instrument) && " The words of your strategy are examples."}
                </p>
              </aside>
            )}
          </div>
        </Page>
      </RemovedContext>
    </DeskContext>
  )
}
