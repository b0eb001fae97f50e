import { alignmentCore } from "./alignment-core.ts"
import type { Instrument, Localized } from "./instrument.ts"
import { leadershipTeam } from "./leadership-team.ts"
import { pulse } from "./pulse.ts"

/** What every organization can use as it is, or copy and change. Append only: a survey may name any version of one. */
export const readyMade: readonly Instrument<Localized>[] = [alignmentCore, pulse, leadershipTeam]
