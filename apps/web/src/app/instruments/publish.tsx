import { Button } from "@mantine/core"
import { languagesOf } from "@throughline/instrument"
import { api, type InstrumentDetail } from "../api.ts"
import { counted, listed } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed, useInstrumentVersion } from "../queries.ts"
import { languageNames } from "../surveys/language-names.ts"
import { changesSince, comparable } from "./changes-since.ts"
import { useDesk } from "./desk.ts"
import type { EditorFault } from "./editor-faults.ts"
import type { KeptDraft } from "./keep-draft.ts"
import { same } from "./merge-drafts.ts"

/** Makes the draft a version that surveys can ask and that never changes again; says what is new in it. */
export function Publish(props: { detail: InstrumentDetail; draft: KeptDraft; faults: EditorFault[] }) {
  const { detail, draft, faults } = props
  const { instrument, language } = useDesk()
  const newest = Math.max(0, ...detail.versions.map(({ version }) => version))
  const published = useInstrumentVersion(detail.id, newest)
  const publish = useDeed(async () => {
    await draft.saveNow()
    if (draft.state().saving !== "saved") throw draft.state().error
    return api.publishInstrument(detail.id, draft.state().revision)
  })
  const before = published.data?.body
  const unchanged = before !== undefined && same({ ...before, version: 0 }, { ...instrument, version: 0 })
  const complete = languagesOf(instrument)
  const changes = before === undefined || unchanged ? [] : changesSince(before, instrument, language)
  return (
    <Section
      id="publish"
      title="Publish"
      lead="Surveys ask published versions. A version never changes, so that you can always tell what was asked."
    >
      {newest > 0 && unchanged && (
        <p className="app-note">Version {newest} is published, and nothing has changed since.</p>
      )}
      {before !== undefined && !unchanged && (
        <>
          <h3 style={{ margin: "0 0 0.25rem" }}>What changed since version {newest}</h3>
          <ul style={{ margin: 0, paddingInlineStart: "1.125rem", lineHeight: 1.6 }}>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
            {changes.length === 0 && <li>Only the order of things that respondents do not see.</li>}
          </ul>
          <p className="app-note">
            {counted(comparable(before, instrument), "question stands", "questions stand")} as before and can
            be compared with earlier surveys. One that is worded differently measures something slightly
            different.
          </p>
        </>
      )}
      {complete.length > 0 && (
        <p className="app-note">
          A survey can ask it in {listed(complete.map((one) => languageNames[one]))}: nothing is missing
          there.
        </p>
      )}
      {publish.error && <Trouble error={publish.error} />}
      {faults.length > 0 && (
        <p className="app-note">
          {counted(faults.length, "thing needs", "things need")} to be mended first; they are listed above.
        </p>
      )}
      <div style={{ display: "flex", flexWrap: "wrap", gap: "0.75rem 1.25rem", alignItems: "center" }}>
        <Button
          onClick={() => publish.mutate(undefined)}
          loading={publish.isPending}
          disabled={faults.length > 0 || unchanged}
        >
          Publish version {newest + 1}
        </Button>
        <span role="status" className="app-note">
          {publish.data &&
            unchanged &&
            `Version ${publish.data.version} is published. Surveys can use it now.`}
        </span>
      </div>
    </Section>
  )
}
