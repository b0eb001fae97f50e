import type { Tx } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import { Problem } from "../problem.ts"
import { findPosition, isActivePerson } from "./queries.ts"

/**
 * A leader's account sees something because of the person it stands for: when that person has left, is not active or is
 * gone from the people, it sees nothing. Throws release.left. A test takes it away to see somebody who left read on.
 */
export async function refuseLeft(tx: Tx, { organizationId, personId }: Session): Promise<void> {
  if (personId !== null && !(await isActivePerson(tx, organizationId, personId))) {
    throw new Problem("release.left")
  }
}

/** Where the caller stood when the survey was launched; undefined for whoever stands for nobody, or was not there. */
export async function ownPosition(
  tx: Tx,
  { organizationId, personId }: Session,
  surveyId: string,
): Promise<number | undefined> {
  return personId === null ? undefined : await findPosition(tx, organizationId, surveyId, personId)
}
