import { Checkbox, MultiSelect, NativeSelect, NumberInput, TextInput } from "@mantine/core"
import { Link } from "wouter"
import type { Language, Survey } from "../api.ts"
import { counted, fromLocalInput, toLocalInput, until } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded, Trouble } from "../frame/states.tsx"
import { useUnsaved } from "../leave-guard.tsx"
import { useCut, usePeople } from "../queries.ts"
import { CutView } from "./cut-view.tsx"
import { languageNames } from "./language-names.ts"
import { Launch } from "./launch.tsx"
import { PromiseText } from "./promise.tsx"
import { QuestionnairePreview } from "./questionnaire-preview.tsx"
import { notReady } from "./settings.ts"
import { TestMail } from "./test-mail.tsx"
import { useSettings } from "./use-settings.ts"

/** A draft: who gets what, when, under which promise. One page from top to bottom, launch at its end. */
export function SetUp({ survey }: { survey: Survey }) {
  const { settings, change, faults, saving, error } = useSettings(survey)
  const cut = useCut(survey.id)
  const people = usePeople()
  useUnsaved(saving === "saved" ? "" : "The last change to this survey is")

  const active = people.data?.people.filter((person) => person.active) ?? []
  const departments = [
    ...new Set(active.map((person) => person.department).filter((name) => name !== "")),
  ].sort()
  const layers = Math.max(1, ...active.map((person) => person.layer))
  const reasons = notReady(survey, cut.data, faults)

  return (
    <Page
      title={survey.name}
      kicker={<Link href="/surveys">Surveys</Link>}
      headline={`Set up “${settings.name || "a survey without a name"}”`}
      lead="Nobody gets a mail before you launch. Until then everything here can be changed, and saves itself."
    >
      <p className="app-source" role="status">
        {saving === "saved" && "All changes are saved."}
        {saving === "waiting" &&
          (Object.keys(faults).length > 0 ? "Not saved while a field is wrong." : "Saving…")}
        {saving === "failed" && "The last change is not saved."}
      </p>
      {error !== null && <Trouble error={error} />}
      <Section title="Name and languages">
        <div style={{ display: "grid", gap: "1.25rem", maxWidth: "30rem" }}>
          <TextInput
            label="Name"
            description="Stands in the mail and above the results."
            value={settings.name}
            maxLength={120}
            error={faults.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Checkbox.Group
            label="Languages"
            description="People get their own if the people file names one, else the first; they can switch."
            value={settings.languages}
            error={faults.languages}
            onChange={(value) => change({ languages: value as Language[] })}
          >
            <div style={{ display: "flex", gap: "1.5rem", marginTop: "0.5rem" }}>
              {(Object.keys(languageNames) as Language[]).map((language) => (
                <Checkbox key={language} value={language} label={languageNames[language]} />
              ))}
            </div>
          </Checkbox.Group>
        </div>
      </Section>
      <Section title="Audience" lead="Everybody keeps their place in the org chart; only these are asked.">
        <div style={{ display: "grid", gap: "1.25rem", maxWidth: "30rem" }}>
          <MultiSelect
            label="Departments"
            description={
              settings.audience.departments === null ? "None chosen: all departments take part." : undefined
            }
            data={departments}
            value={settings.audience.departments ?? []}
            onChange={(value) =>
              change({ audience: { ...settings.audience, departments: value.length === 0 ? null : value } })
            }
            searchable
            clearable
            clearButtonProps={{ "aria-label": "All departments" }}
          />
          <NativeSelect
            label="Layers"
            value={settings.audience.layers ?? ""}
            onChange={(event) =>
              change({
                audience: { ...settings.audience, layers: Number(event.currentTarget.value) || null },
              })
            }
            data={[
              { value: "", label: "All layers" },
              ...Array.from({ length: Math.max(0, layers - 1) }, (_, at) => ({
                value: String(at + 1),
                label: at === 0 ? "Only layer 1" : `Layers 1 to ${at + 1}`,
              })),
            ]}
          />
        </div>
      </Section>
      <Section title="Closing and protection">
        <div style={{ display: "grid", gap: "1.25rem", maxWidth: "30rem" }}>
          <TextInput
            type="datetime-local"
            label="Closes"
            description={`In your time zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}${faults.closesAt ? "" : `; in ${until(settings.closesAt, Date.now())}`}. You can close earlier by hand.`}
            value={toLocalInput(settings.closesAt)}
            error={faults.closesAt}
            onChange={(event) => change({ closesAt: fromLocalInput(event.currentTarget.value) ?? "" })}
          />
          <NumberInput
            label="Smallest group that is ever shown"
            description="5 is the least. A larger one protects better and shows less. It cannot be changed after launch."
            min={5}
            max={100}
            clampBehavior="blur"
            allowDecimal={false}
            value={settings.k}
            onChange={(value) => {
              if (typeof value === "number" && value >= 5 && value <= 100) change({ k: value })
            }}
          />
        </div>
      </Section>
      <Section
        title="The promise"
        lead="Respondents read this before the first question. It follows from the settings above."
      >
        <PromiseText lines={survey.promise} />
      </Section>
      {survey.ready.people ? (
        <Loaded query={cut} what="the cut">
          {(data) => <CutView cut={data} survey={survey} />}
        </Loaded>
      ) : (
        <Section title="Who is asked in which cohort">
          <p className="app-note">
            <Link href="/people">Import people</Link> first; then you see here into which cohorts they are
            cut: the groups that answers are counted in.
          </p>
        </Section>
      )}
      <QuestionnairePreview survey={survey} />
      <TestMail survey={survey} />
      <Launch survey={survey} cut={cut.data} reasons={reasons} saved={saving === "saved"} />
      <p className="app-source">{counted(survey.invited, "person", "people")} in the audience as saved.</p>
    </Page>
  )
}
