import { Button, Group, Textarea } from "@mantine/core"
import { checkWords, type StrategyWords } from "@throughline/instrument"
import { useEffect, useState } from "react"
import { Link } from "wouter"
import { api } from "../api.ts"
import { counted } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useUnsaved } from "../leave-guard.tsx"
import { useDeed, useOrganization } from "../queries.ts"
import { noWords, rememberDraft, rememberedDraft, sameWords } from "./draft.ts"
import { withFieldNames } from "./field-names.ts"
import { LineList } from "./line-list.tsx"

export default function Words() {
  const organization = useOrganization()
  return (
    <Loaded query={organization} what="mission and priorities">
      {(data) => <Form stored={data.words} organization={data.name} />}
    </Loaded>
  )
}

function Form(props: { stored: StrategyWords | null; organization: string }) {
  const stored = props.stored ?? noWords
  const [words, setWords] = useState(() => rememberedDraft() ?? stored)
  const [restored, setRestored] = useState(() => rememberedDraft() !== null)
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const dirty = !sameWords(words, stored)
  useUnsaved(dirty ? "Your changes to mission and priorities are" : "")
  useEffect(() => rememberDraft(dirty ? words : null), [dirty, words])
  const save = useDeed(api.saveWords, () => {
    setSaved(true)
    setRestored(false)
  })

  const faults = checkWords(words)
  const error = (field: string) => {
    const fault = tried ? faults.find((one) => one.field === field) : undefined
    return fault && withFieldNames(fault.message)
  }
  function change(part: Partial<StrategyWords>) {
    setWords({ ...words, ...part })
    setSaved(false)
    save.reset()
  }
  function submit() {
    setTried(true)
    if (faults.length === 0) save.mutate(words)
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  return (
    <Page
      title="Mission and priorities"
      kicker="Mission and priorities"
      headline={
        props.stored
          ? `What ${props.organization} stands for, in its own words`
          : "Write down what people should know"
      }
      lead="Respondents are asked to recognise these words among others, so that knowing can be told from claiming to know. Which ones are the right ones never leaves the server before a survey closes. These words are your own: they are shown as you write them here, also to those who answer in another language."
    >
      {restored && dirty && (
        <div className="app-attention" role="status" style={{ marginTop: "1.5rem" }}>
          <strong>These are your unsaved changes from before.</strong>
          <p>
            Save them below, or{" "}
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                setWords(stored)
                setRestored(false)
              }}
            >
              go back to what is saved
            </Button>
          </p>
        </div>
      )}
      <form
        noValidate
        style={{ maxWidth: "46rem" }}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Section
          title="Mission"
          lead="The statement as it stands on your wall or site: what the organization exists for."
        >
          <Textarea
            label="Our mission"
            autosize
            minRows={2}
            value={words.mission}
            onChange={(event) => change({ mission: event.currentTarget.value })}
            error={error("mission")}
          />
        </Section>
        <Section
          title="Four other statements"
          lead="Wrong answers that could be right: the same length, the same tone, the mission of a neighbour in your trade or an older one of yours. A statement nobody would believe makes the question too easy; one that is also true makes it unfair."
        >
          <LineList
            field="missionDecoys"
            label={(at) => `Other statement ${at + 1}`}
            lines={words.missionDecoys}
            least={4}
            long
            errors={error}
            onChange={(missionDecoys) => change({ missionDecoys })}
          />
        </Section>
        <Section
          title="Vision"
          lead="Where the organization wants to be. Shown to respondents as it is; nobody has to recognise it."
        >
          <Textarea
            label="Our vision"
            autosize
            minRows={2}
            value={words.vision}
            onChange={(event) => change({ vision: event.currentTarget.value })}
            error={error("vision")}
          />
        </Section>
        <Section
          title="Three priorities"
          lead="What matters most this year, each in a few words. The order does not matter."
        >
          <LineList
            field="priorities"
            label={(at) => `Priority ${at + 1}`}
            lines={words.priorities}
            least={3}
            errors={error}
            onChange={(priorities) => change({ priorities })}
          />
        </Section>
        <Section
          title="Four to six others"
          lead="Worthy aims that are not among your three this year: last year's, another department's, what every company says. Write them as carefully as the real ones, and of the same length."
        >
          <LineList
            field="priorityDecoys"
            label={(at) => `Other priority ${at + 1}`}
            lines={words.priorityDecoys}
            least={4}
            most={6}
            errors={error}
            onChange={(priorityDecoys) => change({ priorityDecoys })}
          />
        </Section>
        {save.error && (
          <div style={{ marginTop: "1.5rem" }}>
            <Trouble error={save.error} />
          </div>
        )}
        <Group mt="xl" gap="md">
          <Button type="submit" loading={save.isPending} disabled={!dirty && props.stored !== null}>
            Save
          </Button>
          <span role="status" style={{ color: "var(--tl-muted)" }}>
            {tried &&
              faults.length > 0 &&
              `Not saved: ${counted(faults.length, "field needs", "fields need")} your eye.`}
            {saved && !dirty && (
              <>
                Saved. <Link href="/surveys">Next: set up a survey</Link>
              </>
            )}
            {dirty && !tried && "Not saved yet."}
            {!dirty &&
              !saved &&
              props.stored !== null &&
              "Everything is saved. Launched surveys keep the words of their launch."}
          </span>
        </Group>
      </form>
    </Page>
  )
}
