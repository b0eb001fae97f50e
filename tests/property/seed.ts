import { configureGlobal } from "fast-check"

/**
 * Property tests draw the same cases in every run, so that a red run is about the change and not about luck.
 * `npm run explore` draws new ones.
 */
const given = process.env.PROPERTY_SEED
if (given !== undefined && !/^-?\d+$/.test(given))
  throw new Error(`PROPERTY_SEED must be a whole number, not "${given}".`)
configureGlobal({ seed: given === undefined ? 20_261_122 : Number(given) })
