import { withOrganization } from "@throughline/db"
import type { AttributeColumn } from "@throughline/instrument"
import { demoCompany } from "@throughline/org"
import { answerInvitation } from "../answering.ts"
import { chooseAttribute } from "../attributes/choose-attribute.ts"
import { castBallot } from "../ballots/cast-ballot.ts"
import type { Deps } from "../deps.ts"
import { openInvitation } from "../invitations/open-invitation.ts"
import { prepareKeys } from "../keys/prepare-keys.ts"
import type { RecoveryShares } from "../keys/take-recovery-shares.ts"
import { insertOrganization } from "../organizations/queries.ts"
import { saveWords } from "../organizations/save-words.ts"
import { importPeople } from "../people/import-people.ts"
import { createSurvey } from "../surveys/create-survey.ts"
import { launchSurvey } from "../surveys/launch-survey.ts"
import { demoWords } from "./company.ts"
import { demoLinks } from "./links.ts"
import { peopleFileOf } from "./people-file.ts"
import { inventAnswers, seeded } from "./respondent.ts"
import { placesOf } from "./seed-demo.ts"

export interface SeededSurvey {
  organizationId: string
  surveyId: string
  /** Ballots in the box. */
  answered: number
  /** Of the survey's sealing key. */
  shares: RecoveryShares
}

/** A small company with an open survey that a share of the invited have answered, for tests. */
export async function seededCompany(
  deps: Deps,
  options: {
    people: number
    share: number
    seed: number
    spoiled?: number
    /** Asked inside the ballot; everybody leaves what the people file says. */
    attribute?: AttributeColumn
  },
): Promise<SeededSurvey> {
  const { people, share, seed, spoiled = 0 } = options
  const organizationId = crypto.randomUUID()
  const company = demoCompany({ seed, people })
  const places = placesOf(company)
  const random = seeded(seed)
  await withOrganization(deps.db, "web", organizationId, (tx) =>
    insertOrganization(tx, organizationId, "Seeded"),
  )
  await importPeople(deps, organizationId, { fileName: "people.csv", bytes: peopleFileOf(company) }, null)
  await saveWords(deps, organizationId, demoWords)
  const survey = await createSurvey(deps, organizationId, "Seeded")
  if (options.attribute !== undefined)
    await chooseAttribute(deps, organizationId, survey.id, options.attribute)
  const shares = await prepareKeys(deps, organizationId, survey.id)
  await launchSurvey(deps, organizationId, survey.id)
  const links = (await demoLinks(deps, organizationId, survey.id)).slice(0, Math.round(people * share))
  await Promise.all(
    links.map(async ({ secret, sourceId, hasReports }, index) => {
      const opened = await openInvitation(deps, secret)
      const place = places.get(sourceId)
      if (opened.state !== "open" || place === undefined) throw new Error("the survey is not open")
      const invented = inventAnswers(opened.questionnaire, place, hasReports, random)
      const answers = { ...invented, ...opened.filledIn }
      const given = index < spoiled ? { ...answers, nonsense: 7 } : answers
      await castBallot(deps, (await answerInvitation(deps, opened, secret, given)).cast)
    }),
  )
  return { organizationId, surveyId: survey.id, answered: links.length, shares }
}
