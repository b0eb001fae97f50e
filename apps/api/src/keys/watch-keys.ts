import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { describe } from "../on-error.ts"
import { type HrMember, selectHrMembers } from "../surveys/hr-queries.ts"
import {
  databaseNow,
  findFrozen,
  lockSurvey,
  type SurveyRow,
  selectSurveys,
  updateSurvey,
} from "../surveys/queries.ts"
import { tellHr } from "../surveys/tell-hr.ts"

/**
 * Looks whether the key of every survey that still needs it can be read. One that cannot is noted, logged and told to
 * all of HR, once; when it is there again, the note is taken away.
 */
export async function watchKeys(deps: Deps, organizationId: string): Promise<void> {
  const needed = await withOrganization(deps.db, "worker", organizationId, async (tx) => {
    const found: Needed[] = []
    for (const survey of (await selectSurveys(tx, organizationId)).filter(needsKey)) {
      const frozen = await findFrozen(tx, organizationId, survey.survey_id)
      if (frozen !== undefined) found.push({ survey, publicKey: frozen.manifest.sealingKey })
    }
    return found
  })
  for (const { survey, publicKey } of needed) {
    const isThere = await isReadable(deps, survey.survey_id, publicKey)
    if (isThere === (survey.key_missing_since === null)) continue
    const members = await note(deps, organizationId, survey.survey_id, isThere)
    if (members === undefined) continue
    if (isThere) deps.log(`keys: the sealing key of survey ${survey.survey_id} can be read again`)
    else await raiseAlarm(deps, members, survey)
  }
}

interface Needed {
  survey: SurveyRow
  publicKey: string
}

/** Where three trustees hold the key, the server never had it. */
const needsKey = ({ sealing, state }: SurveyRow) =>
  sealing === "server" && (state === "open" || state === "closing")

/** Whatever keeps the key from being read, it is missing where it is needed. */
export async function isReadable(
  deps: Pick<Deps, "keys" | "log">,
  surveyId: string,
  publicKey: string,
): Promise<boolean> {
  try {
    return (await deps.keys.readSealingKey(surveyId, publicKey)) !== undefined
  } catch (error) {
    deps.log(`keys: ${error instanceof Error ? describe(error) : "unreadable"}`)
    return false
  }
}

/** All of HR, for the one process that changed it. A close that ended meanwhile has destroyed the key, as it should. */
function note(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  isThere: boolean,
): Promise<HrMember[] | undefined> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey === undefined || !needsKey(survey)) return undefined
    if (isThere === (survey.key_missing_since === null)) return undefined
    await updateSurvey(tx, organizationId, surveyId, {
      key_missing_since: isThere ? null : await databaseNow(tx),
    })
    return await selectHrMembers(tx, organizationId)
  })
}

async function raiseAlarm(
  deps: Deps,
  members: readonly HrMember[],
  { survey_id: surveyId, name }: SurveyRow,
): Promise<void> {
  deps.log(
    `keys: ALARM: the sealing key of survey ${surveyId} cannot be read. Its answers can only be counted after two recovery shares are put in on its page.`,
  )
  await tellHr(deps, members, {
    surveyId,
    subject: `The key of “${name}” is missing`,
    paragraphs: [
      `The key that opens the answers of “${name}” cannot be read on the server any more. People can go on answering and nothing is lost yet, but without the key nobody can count the answers.`,
      "Ask two of the three people who hold a recovery share for theirs, and put both in on the page of the survey. Tell whoever runs the server as well.",
    ],
  })
}
