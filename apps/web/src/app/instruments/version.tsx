import { languagesOf, word } from "@throughline/instrument"
import { Link } from "wouter"
import { day, listed } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useInstrument, useInstrumentVersion, useOrganization } from "../queries.ts"
import { ExportLink } from "./export-link.tsx"
import { previewOf } from "./preview-of.ts"
import { ReadingDesk } from "./reading-desk.tsx"

/** A published version, to read. */
export default function VersionScreen({ id, version }: { id: string; version: number }) {
  const query = useInstrumentVersion(id, version)
  const organization = useOrganization()
  const detail = useInstrument(id)
  const { words = null, name = "" } = organization.data ?? {}
  return (
    <Loaded query={query} what="this version">
      {({ body, publishedAt }) => {
        const title = word(body.name, "en")
        const using = (detail.data?.surveys ?? []).filter((survey) => survey.version === version)
        return (
          <Page
            title={`${title}, version ${version}`}
            kicker={
              <>
                <Link href="/questionnaires">Questionnaires</Link> ·{" "}
                <Link href={`/questionnaires/${id}`}>{title}</Link>
              </>
            }
            headline={`${title}, version ${version}`}
            lead={`${publishedAt ? `Published ${day(publishedAt)}. ` : ""}A published version never changes. ${using.length > 0 ? `Asked by: ${listed(using.map((survey) => `“${survey.name}”`))}.` : "No survey uses it yet."}`}
          >
            <p>
              <ExportLink id={id} version={version} words="Save as SurveyJS JSON" />
            </p>
            <Section title="Questions">
              <ReadingDesk questionnaire={previewOf(body, words, name)} languages={languagesOf(body)} />
            </Section>
          </Page>
        )
      }}
    </Loaded>
  )
}
