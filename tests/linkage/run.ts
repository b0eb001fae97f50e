// npm run linkage: people answer a survey through the real protocol, and somebody who has the whole database server, its
// write-ahead log, its statement log and its dumps tries to find out who answered what.
import { findPostgres } from "@throughline/db/testing"
import { limit, measureLinkage } from "./measure.ts"

if (findPostgres() === null) {
  console.error("npm run linkage needs PostgreSQL: scripts/setup-debian.sh brings it.")
  process.exit(2)
}
const people = Number(process.argv[2] ?? 320)
const { linkage, evidence } = await measureLinkage({ people, together: 40, seed: 4, log: console.log })
const percent = (share: number) => `${(share * 100).toFixed(1)}%`
console.log(`
a superuser with logs of all statements and their parameters, the write-ahead log, commit times, dumps before and after
people                              ${linkage.people}
sizes of sealed ballots             ${evidence.sizes}
whose ballot is whose (blind alone) ${percent(linkage.ballots.share)}, ${linkage.ballots.by}
whose answers, sealing off (computed) ${percent(linkage.open)}
whose answers                       ${percent(linkage.sealed.share)}, best by ${linkage.sealed.by}
by chance, the best of such guesses ${percent(linkage.chance.mean)} ± ${percent(linkage.chance.deviation)}
`)
console.log(`linked: ${percent(linkage.sealed.share)}`)
console.log(`linked with sealing off: ${percent(linkage.open)}`)
process.exit(linkage.sealed.share <= limit(linkage) && linkage.open >= 0.9 ? 0 : 1)
