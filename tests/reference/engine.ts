import type { Engine } from "./case.ts"
import { agreement } from "./engine-agreement.ts"
import { distributions } from "./engine-distributions.ts"
import { groupsCompared } from "./engine-groups.ts"
import { relations } from "./engine-relations.ts"

export const engine: Engine = { ...distributions, ...agreement, ...groupsCompared, ...relations }
