import { agreementExamples } from "./agreement-examples.tsx"
import { choiceExamples } from "./choice-examples.tsx"
import { cutExamples } from "./cut-examples.tsx"
import { driverExamples } from "./driver-examples.tsx"
import { dumbbellExamples } from "./dumbbell-examples.tsx"
import type { Example } from "./example.ts"
import { gridExamples } from "./grid-examples.tsx"
import { heatExamples } from "./heat-examples.tsx"
import { icicleExamples } from "./icicle-examples.tsx"
import { ladderExamples } from "./ladder-examples.tsx"
import { linkExamples } from "./link-examples.tsx"
import { markExamples } from "./mark-examples.tsx"
import { measureExamples } from "./measure-examples.tsx"
import { participationExamples } from "./participation-examples.tsx"
import { publishedExamples } from "./published-examples.tsx"
import { quadrantExamples } from "./quadrant-examples.tsx"
import { throughlineExamples } from "./throughline-examples.tsx"
import { topicExamples } from "./topic-examples.tsx"

/** Everything in the gallery, which is also everything in the regression suite. */
export const examples: readonly Example[] = [
  ...throughlineExamples,
  ...ladderExamples,
  ...measureExamples,
  ...gridExamples,
  ...heatExamples,
  ...icicleExamples,
  ...participationExamples,
  ...cutExamples,
  ...dumbbellExamples,
  ...agreementExamples,
  ...quadrantExamples,
  ...choiceExamples,
  ...topicExamples,
  ...publishedExamples,
  ...driverExamples,
  ...linkExamples,
  ...markExamples,
]
