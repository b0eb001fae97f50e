import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { api, type Organization } from "../api.ts"
import { browserZone } from "../zoned.ts"

/** On first use the organization takes this browser's time zone; nobody is asked, and Settings changes it. */
export function useFirstTimeZone(organization: Organization | undefined): void {
  const queries = useQueryClient()
  const asked = useRef(false)
  useEffect(() => {
    if (organization === undefined || organization.timeZoneChosen || asked.current) return
    asked.current = true
    api.takeTimeZone(browserZone()).then(
      (saved) => queries.setQueryData(["organization"], saved),
      // Not taken, it stays UTC, which every date says; the next visit asks again.
      () => {},
    )
  }, [organization, queries])
}
