import { Button } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Link, useLocation, useSearch } from "wouter"
import { api, type Session } from "../api.ts"
import { roleText } from "../members/role-text.ts"
import { useDemo } from "../queries.ts"
import { resultPlaces } from "../results/result-places.ts"
import { ColorSchemeChoice } from "./color-scheme-choice.tsx"
import classes from "./shell.module.css"

const places = [
  { href: "/", name: "Home" },
  { href: "/people", name: "People" },
  { href: "/mission-and-priorities", name: "Mission and priorities" },
  { href: "/questionnaires", name: "Questionnaires" },
  { href: "/surveys", name: "Surveys" },
  { href: "/results", name: "Results" },
  { href: "/kpis", name: "KPIs" },
  { href: "/drivers", name: "Drivers" },
  { href: "/history", name: "History" },
  { href: "/mail", name: "Mail" },
  { href: "/members", name: "Members" },
  { href: "/settings", name: "Settings" },
]
const forLeaders = [
  { href: "/", name: "Your unit" },
  { href: "/results", name: "Results" },
  { href: "/kpis", name: "KPIs" },
  { href: "/drivers", name: "Drivers" },
]
const forAnalysts = [
  { href: "/results", name: "Results" },
  { href: "/kpis", name: "KPIs" },
  { href: "/drivers", name: "Drivers" },
  { href: "/history", name: "History" },
]
const forKeepers = [{ href: "/drivers", name: "Drivers" }]

/** Only what the role can open. */
function placesOf(role: Session["role"], isDemo: boolean) {
  if (role === "hr") return isDemo ? [...places, { href: "/outbox", name: "Outbox (demo)" }] : places
  if (role === "leader") return forLeaders
  if (role === "keeper") return forKeepers
  return role === "analyst" ? forAnalysts : []
}

export function Navigation(props: { session: Session }) {
  const [location] = useLocation()
  const query = useSearch()
  const demo = useDemo()
  const queries = useQueryClient()
  const signOut = useMutation({
    mutationFn: api.signOut,
    // What was read stays behind with the session: the next to sign in here may be of another organization.
    onSuccess: () => {
      queries.setQueryData(["session"], null)
      queries.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== "session" && queryKey[0] !== "demo",
      })
    },
  })
  const { role, unit, user } = props.session
  const shown = placesOf(role, Boolean(demo.data))
  return (
    <>
      <ul className={classes.places}>
        {shown.map((place) => {
          const here = place.href === "/" ? location === "/" : location.startsWith(place.href)
          return (
            <li key={place.href}>
              <Link href={place.href} className={classes.place} aria-current={here ? "page" : undefined}>
                {place.name}
              </Link>
              {place.href === "/results" &&
                here &&
                resultPlaces(location, query).map(({ href, name, isHere }) => (
                  <Link
                    key={name}
                    href={href}
                    className={classes.subplace}
                    aria-current={isHere ? "true" : undefined}
                  >
                    {name}
                  </Link>
                ))}
            </li>
          )
        })}
      </ul>
      <div className={classes.foot}>
        <ColorSchemeChoice />
        <p className={classes.who}>
          <Link href="/account">{user.name}</Link>
          <span>{user.email}</span>
          <span>
            {roleText[role].name}
            {unit === null ? "" : `, ${unit}`}
          </span>
        </p>
        <Button
          variant="default"
          size="compact-md"
          fz="sm"
          loading={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          Sign out
        </Button>
      </div>
    </>
  )
}
