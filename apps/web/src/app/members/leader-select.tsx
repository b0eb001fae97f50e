import { Select } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { useState } from "react"
import type { api } from "../api.ts"
import { useLeaders } from "../queries.ts"
import { choiceText } from "./lead-text.ts"

export type LeaderChoice = Awaited<ReturnType<typeof api.leaders>>["leaders"][number]

/** Finds somebody with people below, by name, title, unit or address. */
export function LeaderSelect(props: {
  chosen: LeaderChoice | null
  onChoose: (leader: LeaderChoice | null) => void
  /** The one who is there already; anybody else who has an account is told apart. */
  own?: string
}) {
  const [search, setSearch] = useState("")
  const [words] = useDebouncedValue(search, 200)
  // With somebody chosen the field holds the name, which is no search.
  const searching = props.chosen === null || words !== labelOf(props.chosen)
  const leaders = useLeaders(searching ? words.trim() : "", true)
  const found = leaders.data?.leaders ?? []
  const listed =
    props.chosen && !found.some(({ personId }) => personId === props.chosen?.personId)
      ? [props.chosen, ...found]
      : found
  return (
    <Select
      label="Whose unit"
      description="People with reports. The account shows the results of everybody below."
      placeholder="Name, title or unit"
      searchable
      clearable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      data={listed.map((leader) => ({
        value: leader.personId,
        label: labelOf(leader),
        disabled: leader.standing !== null && leader.personId !== props.own,
      }))}
      value={props.chosen?.personId ?? null}
      onChange={(id) => props.onChoose(listed.find(({ personId }) => personId === id) ?? null)}
      nothingFoundMessage="Nobody with people below by that name"
      maxDropdownHeight={280}
    />
  )
}

function labelOf(leader: LeaderChoice): string {
  const standing = { member: ", has an account", invited: ", is invited" }
  return `${choiceText(leader)}${leader.standing ? standing[leader.standing] : ""}`
}
