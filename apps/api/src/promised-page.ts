import { withOrganization } from "@throughline/db"
import { z } from "zod"
import type { Deps } from "./deps.ts"
import { readSecret } from "./invitations/links.ts"
import type { PageOf } from "./pages.ts"
import { findPageOfLink, findPageOfSurvey } from "./promised-page-queries.ts"

/**
 * Hash of the respondents' page that a survey has promised; undefined where it promised none, for a link that is none,
 * and while the database cannot be asked: the newest page says then what is the matter.
 */
export async function promisedPage(deps: Deps, of: PageOf): Promise<string | undefined> {
  try {
    const page = "secret" in of ? await pageOfLink(deps, of.secret) : await pageOfSurvey(deps, of)
    return page !== undefined && /^[\w-]{43}$/.test(page) ? page : undefined
  } catch (error) {
    deps.log(`The page that a survey promised could not be looked up: ${(error as Error).name}`)
    return undefined
  }
}

async function pageOfLink(deps: Deps, secret: string): Promise<string | undefined> {
  const known = await readSecret(deps.db, secret)
  if (known === undefined) return undefined
  const { organizationId, hash } = known
  return withOrganization(deps.db, "web", organizationId, (tx) => findPageOfLink(tx, organizationId, hash))
}

async function pageOfSurvey(
  deps: Deps,
  { organization, survey }: { organization: string; survey: string },
): Promise<string | undefined> {
  if (!z.uuid().safeParse(organization).success || !z.uuid().safeParse(survey).success) return undefined
  return withOrganization(deps.db, "web", organization, (tx) => findPageOfSurvey(tx, organization, survey))
}
