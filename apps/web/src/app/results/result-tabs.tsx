import { useEffect, useRef } from "react"
import { Link, useLocation, useSearch } from "wouter"
import { resultPlaces } from "./result-places.ts"
import classes from "./results.module.css"

/** Where the navigation is folded away, the parts of the results stand above them. */
export function ResultTabs() {
  const [location] = useLocation()
  const query = useSearch()
  const tabs = useRef<HTMLElement>(null)
  // On a phone not all have room: the one that is open is never out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which one is open hangs on the place
  useEffect(() => {
    const open = tabs.current?.querySelector<HTMLElement>("[aria-current]")
    if (open && tabs.current) tabs.current.scrollLeft = open.offsetLeft - 20
  }, [location])
  return (
    <nav ref={tabs} className={classes.tabs} aria-label="Parts of the results">
      {resultPlaces(location, query).map(({ name, href, isHere }) => (
        <Link key={name} href={href} aria-current={isHere ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
