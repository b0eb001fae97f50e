import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { type LinkParts, linkSecret } from "../invitations/links.ts"
import { organizationCode } from "../invitations/organization-code.ts"
import { selectLinkParts } from "./queries.ts"

/** A personal link of the demo, and whose it is. */
export interface DemoLink {
  secret: string
  personId: string
  sourceId: string
  name: string
  email: string | null
  language: string
  cohort: number
  hasReports: boolean
}

/** All links of a survey, computed like those in mails: with the server's key. Only the demo may do this. */
export async function demoLinks(deps: Deps, organizationId: string, surveyId: string): Promise<DemoLink[]> {
  if (!deps.config.demo) throw new Error("only in the demo")
  const code = await organizationCode(deps.db, organizationId)
  const parts = await withOrganization(deps.db, "web", organizationId, (tx) =>
    selectLinkParts(tx, organizationId, surveyId),
  )
  return parts.map(({ person_id, source_id, name, email, language, nonce, printed, ...rest }) => {
    const link: LinkParts = { organizationId, surveyId, personId: person_id, nonce, printed }
    return {
      secret: linkSecret(deps.keys.invitationKey, code, link),
      personId: person_id,
      sourceId: source_id,
      name,
      email,
      language,
      cohort: rest.cohort_id,
      hasReports: rest.has_reports,
    }
  })
}
