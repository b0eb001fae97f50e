import { languagesOf, word } from "@throughline/instrument"
import { Link } from "wouter"
import { day } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useInstrumentVersion, useOrganization, useSurveys } from "../queries.ts"
import { ExportLink } from "./export-link.tsx"
import { previewOf } from "./preview-of.ts"
import { ReadingDesk } from "./reading-desk.tsx"
import { surveysOf } from "./surveys-of.ts"

/** A published version, to read. */
export default function VersionScreen({ id, version }: { id: string; version: number }) {
  const query = useInstrumentVersion(id, version)
  const organization = useOrganization()
  const surveys = useSurveys()
  const { words = null, name = "" } = organization.data ?? {}
  return (
    <Loaded query={query} what="this version">
      {({ body, publishedAt }) => {
        const title = word(body.name, "en")
        const using = surveysOf(surveys.data?.surveys ?? [], id, version)
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
            lead={`${publishedAt ? `Published ${day(publishedAt)}. ` : ""}A published version never changes. ${using.length > 0 ? `Asked by: ${using.join(", ")}.` : "No survey uses it yet."}`}
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
