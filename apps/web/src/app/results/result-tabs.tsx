import { Link, useLocation, useSearch } from "wouter"
import { resultPlaces } from "./result-places.ts"
import classes from "./results.module.css"

/** Where the navigation is folded away, the parts of the results stand above them. */
export function ResultTabs() {
  const [location] = useLocation()
  const query = useSearch()
  return (
    <nav className={classes.tabs} aria-label="Parts of the results">
      {resultPlaces(location, query).map(({ name, href, isHere }) => (
        <Link key={name} href={href} aria-current={isHere ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
