import { Link, useLocation } from "wouter"
import classes from "./kpis.module.css"

/** The parts of the KPI screens. */
export function KpiTabs() {
  const [location] = useLocation()
  const tabs = [
    { href: "/kpis", name: "Links", here: location === "/kpis" },
    {
      ...{ href: "/kpis/figures", name: "Figures" },
      here: ["/kpis/figures", "/kpis/import", "/kpis/units"].some((start) => location.startsWith(start)),
    },
    { href: "/kpis/profile", name: "Unit profile", here: location === "/kpis/profile" },
  ]
  return (
    <nav className={classes.tabs} aria-label="Parts of the KPIs">
      {tabs.map(({ href, name, here }) => (
        <Link key={href} href={href} aria-current={here ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
