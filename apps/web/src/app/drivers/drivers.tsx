import { Button } from "@mantine/core"
import { useState } from "react"
import { Link } from "wouter"
import type { DriverBrief } from "../api.ts"
import { counted, day } from "../format.ts"
import { Empty } from "../frame/empty.tsx"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useDrivers, useSession } from "../queries.ts"
import { DriverForm } from "./driver-form.tsx"
import { listHeadline, standingText, stateText } from "./driver-words.ts"
import classes from "./drivers.module.css"

/** What is about to happen? Every driver with where it stands. */
export default function Drivers() {
  const drivers = useDrivers()
  const role = useSession().data?.role
  const isHr = role === "hr"
  const [adding, setAdding] = useState(false)
  return (
    <Loaded query={drivers} what="the drivers">
      {({ drivers }) => (
        <Page
          title="Drivers"
          kicker="Drivers"
          headline={listHeadline(drivers)}
          lead={
            role === "keeper"
              ? "The drivers in your hands: a figure that runs ahead of a KPI, and what it foretells. You enter the newest values."
              : "A driver is a figure that runs ahead of a KPI, such as the people trained before a release. It foretells the KPI only if that worked on the past better than “same as last period”."
          }
        >
          {drivers.length === 0 ? (
            <Empty title="No driver yet">
              {isHr
                ? "Add one below: which figure runs ahead, and of which KPI."
                : "As soon as a driver is put into your hands it stands here."}
            </Empty>
          ) : (
            <ul className="app-list" style={{ marginTop: "2rem" }}>
              {drivers.map((driver) => (
                <li key={driver.id}>
                  <Row driver={driver} />
                </li>
              ))}
            </ul>
          )}
          {isHr && (
            <Section
              title="Add a driver"
              lead="Both figures are KPIs: import them first, marked as an indicator, an outcome or a plan."
            >
              {adding ? (
                <DriverForm onDone={() => setAdding(false)} />
              ) : (
                <Button variant="default" onClick={() => setAdding(true)}>
                  Add a driver
                </Button>
              )}
            </Section>
          )}
        </Page>
      )}
    </Loaded>
  )
}

function Row({ driver }: { driver: DriverBrief }) {
  const { text, needsYou } = stateText(driver)
  const standing = standingText(driver)
  return (
    <Link href={`/drivers/${driver.id}`} className={`app-linkrow ${classes.row}`}>
      <strong>{driver.name}</strong>
      <span className={classes.state}>
        <span className={needsYou ? "app-ask" : undefined}>{text}</span>
        {standing && <span>{standing}</span>}
        <span>
          {driver.keeper === null ? "Nobody keeps it" : `Kept by ${driver.keeper.name}`}
          {driver.foretold && `. Foretold on ${day(driver.foretold.madeAt)}`}
          {driver.foretold?.behind &&
            `, ${counted(driver.foretold.behind.units.length, "unit", "units")} likely off plan`}
        </span>
      </span>
    </Link>
  )
}
