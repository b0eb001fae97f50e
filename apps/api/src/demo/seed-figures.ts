import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { foretellDriver } from "../drivers/foretell-driver.ts"
import { changeDriver, createDriver } from "../drivers/save-driver.ts"
import { sendAlerts } from "../drivers/send-alerts.ts"
import { importKpis } from "../kpis/import-kpis.ts"
import { loadKpis } from "../kpis/load-kpis.ts"
import { selectMembers } from "../members/queries.ts"
import { demoKeeper, demoReceiver } from "./accounts.ts"
import { csvOf, type DemoFile, demoFiles, upTo } from "./figures.ts"
import type { DemoTeam } from "./teams.ts"

const DAY = 24 * 3600 * 1000
/** After a quarter has ended its figures are there. */
const LATE = 5

/**
 * KPIs of the company, imported as HR would, and two drivers made of them. One has been there for some quarters: each
 * time new figures came it foretold, and was scored when the next did.
 */
export async function seedFigures(
  deps: Deps,
  organizationId: string,
  teams: readonly DemoTeam[],
): Promise<void> {
  const members = await withOrganization(deps.db, "web", organizationId, (tx) =>
    selectMembers(tx, organizationId),
  )
  const idOf = (email: string) => members.find((member) => member.email === email)?.user_id ?? null
  const receiver = idOf(demoReceiver)
  const session: Session = {
    ...{ user: { name: "", email: demoReceiver }, userId: receiver ?? "", organizationId },
    ...{ organizationName: "", role: "hr", personId: null },
  }
  const { others, sales } = demoFiles(teams, deps.now())
  for (const file of others) await bring(deps, session, file)

  const ends = sales.ends.slice(-3)
  const first = ends[0] ?? deps.now()
  await bring(before(deps, first), session, upTo(sales, sales.ends.length - ends.length + 1))
  const kpis = await withOrganization(deps.db, "web", organizationId, (tx) => loadKpis(tx, organizationId))
  const kpi = (name: string) => kpis.kpis.find((one) => one.name === name)?.id ?? ""
  const [trained = "", sold = "", planned = ""] = sales.kpis.map(({ name }) => kpi(name))
  const published = await createDriver(before(deps, first), session, {
    ...{ name: "Training before the release", indicator: trained, outcome: sold, plan: planned, horizon: 1 },
    ...{ target: 70, deadline: (sales.ends.at(-1) ?? first).toISOString().slice(0, 10) },
    ...{ keeper: idOf(demoKeeper), receiver: null },
  })
  for (const [at, end] of ends.entries()) {
    const then = before(deps, end)
    // Whoever is told of it has been so since the last quarter.
    if (at === ends.length - 1) await changeDriver(then, session, published, { receiver })
    if (at > 0) await bring(then, session, upTo(sales, sales.ends.length - ends.length + 1 + at))
    await foretellDriver(then, organizationId, published)
  }
  await sendAlerts(deps, organizationId)

  const visits = others.at(-1)?.kpis.map(({ name }) => kpi(name)) ?? []
  const refused = await createDriver(deps, session, {
    ...{
      name: "Directors on site",
      indicator: visits[0] ?? "",
      outcome: visits[1] ?? "",
      plan: null,
      horizon: 1,
    },
    ...{ target: 30, deadline: null, keeper: null, receiver },
  })
  await foretellDriver(deps, organizationId, refused)
}

/** The day on which figures of a period that ended then were there. */
function before(deps: Deps, end: Date): Deps {
  const then = new Date(Math.min(deps.now().getTime(), end.getTime() + LATE * DAY))
  return { ...deps, now: () => then }
}

async function bring(deps: Deps, session: Session, file: DemoFile): Promise<void> {
  const bytes = new TextEncoder().encode(csvOf(file))
  await importKpis(deps, session, { fileName: `${file.name}.csv`, bytes, kpis: file.kpis })
}
