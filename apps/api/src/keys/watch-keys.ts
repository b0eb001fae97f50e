import { type Db, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { describe } from "../on-error.ts"
import { unreadableKeys } from "../signing/make-keys.ts"
import { selectPrivateKeys } from "../signing/queries.ts"
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
import { DIRECTORY_KEY } from "./directory-key.ts"

/** Surveys whose lost signing keys this process has written into its log. */
const written = new WeakMap<Db, Set<string>>()

/**
 * Looks whether the keys of every survey that still needs them can be read: the one that opens its answers, and those
 * that sign its ballots. What cannot is noted, logged and told to all of HR, once; when all are there again, the note is
 * taken away. A start on an emptied key directory makes a new one and goes on: here it is noticed.
 */
export async function watchKeys(deps: Deps, organizationId: string): Promise<void> {
  const needed = await withOrganization(deps.db, "worker", organizationId, async (tx) => {
    const found: Needed[] = []
    for (const survey of (await selectSurveys(tx, organizationId)).filter(needsKeys)) {
      const frozen = await findFrozen(tx, organizationId, survey.survey_id)
      if (frozen !== undefined) found.push({ survey, publicKey: frozen.manifest.sealingKey })
    }
    return found
  })
  for (const { survey, publicKey } of needed) {
    const surveyId = survey.survey_id
    const missing = {
      sealing: needsSealing(survey) && !(await isReadable(deps, surveyId, publicKey)),
      signing: survey.state === "open" && !(await canSign(deps, organizationId, surveyId)),
    }
    if (missing.signing) writeSigningLost(deps, surveyId)
    const isThere = !missing.sealing && !missing.signing
    if (isThere === (survey.key_missing_since === null)) continue
    const members = await note(deps, organizationId, surveyId, isThere)
    if (members === undefined) continue
    if (isThere) deps.log(`keys: the keys of survey ${surveyId} can be read again`)
    else await raiseAlarm(deps, members, survey, missing)
  }
}

interface Needed {
  survey: SurveyRow
  publicKey: string
}

const needsKeys = (survey: SurveyRow) => survey.state === "open" || needsSealing(survey)

/** Where three trustees hold the key, the server never had it. */
const needsSealing = ({ sealing, state }: SurveyRow) =>
  sealing === "server" && (state === "open" || state === "closing")

/** Whether every key that signs ballots of the survey opens under the key directory there is now. */
async function canSign(deps: Deps, organizationId: string, surveyId: string): Promise<boolean> {
  const keys = await withOrganization(deps.db, "web", organizationId, (tx) =>
    selectPrivateKeys(tx, organizationId, surveyId),
  )
  return (await unreadableKeys(deps, organizationId, surveyId, keys)).length === 0
}

/** Once for each start, also when HR has been told before. */
function writeSigningLost(deps: Deps, surveyId: string): void {
  const known = written.get(deps.db) ?? new Set<string>()
  written.set(deps.db, known)
  if (known.has(surveyId)) return
  known.add(surveyId)
  deps.log(
    `keys: ALARM: the keys that sign the ballots of survey ${surveyId} were encrypted under another ${DIRECTORY_KEY} than the one in KEY_DIRECTORY. Nobody can begin to answer until that file is put back and the server started again.`,
  )
}

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
    if (survey === undefined || !needsKeys(survey)) return undefined
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
  missing: { sealing: boolean; signing: boolean },
): Promise<void> {
  if (missing.sealing) {
    deps.log(
      `keys: ALARM: the sealing key of survey ${surveyId} cannot be read. Its answers can only be counted after two recovery shares are put in on its page.`,
    )
  }
  await tellHr(deps, members, {
    surveyId,
    subject: `The key of “${name}” is missing`,
    paragraphs: [
      ...(missing.signing
        ? [
            `The keys that admit answers to “${name}” cannot be read on the server any more. Nobody can begin to answer until they are back; what has been sent is kept. Nobody but whoever runs the server can bring them back: tell them now.`,
          ]
        : []),
      ...(missing.sealing
        ? [
            `The key that opens the answers of “${name}” cannot be read on the server any more. ${missing.signing ? "Nothing" : "People can go on answering and nothing"} is lost yet, but without the key nobody can count the answers.`,
            "Ask two of the three people who hold a recovery share for theirs, and put both in on the page of the survey. Tell whoever runs the server as well.",
          ]
        : []),
    ],
  })
}
