import { Checkbox, Group, TextInput } from "@mantine/core"
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react"
import { count, counted } from "../format.ts"
import type { Marks } from "./marks.ts"
import classes from "./org-tree.module.css"
import { matches, positionsOf, type TreePerson, treeOf, treeRows, wayTo } from "./tree-rows.ts"

const ROW = 36
const HEIGHT = 12 * ROW

const NO_MARKS: Marks = new Map()

/**
 * The org chart as a tree that opens: arrows, Home and End move; only the rows in sight are drawn. Who is marked can be
 * shown alone; the way to them is open from the start.
 */
export function OrgTree(props: { people: readonly TreePerson[]; marks?: Marks }) {
  const { marks = NO_MARKS } = props
  const id = useId()
  const tree = useMemo(() => treeOf(props.people), [props.people])
  // By id, so that a repair, which makes another tree, leaves open what was open.
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(() => wayTo(tree, marks))
  const open = useMemo(() => positionsOf(tree, openIds), [tree, openIds])
  const [onlyMarked, setOnlyMarked] = useState(false)
  const [search, setSearch] = useState("")
  const wanted = useDeferredValue(search)
  const isNarrow = onlyMarked && marks.size > 0
  const found = useMemo(
    () => matches(tree, wanted, isNarrow ? marks : undefined),
    [tree, wanted, isNarrow, marks],
  )
  const rows = useMemo(() => treeRows(tree, open, found), [tree, open, found])
  const [active, setActive] = useState(0)
  const [scroll, setScroll] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => setOpenIds((before) => new Set([...before, ...wayTo(tree, marks)])), [tree, marks])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search starts at its first row
  useEffect(() => setActive(0), [wanted, isNarrow])

  const current = Math.min(active, rows.length - 1)
  function go(to: number) {
    const next = Math.max(0, Math.min(to, rows.length - 1))
    setActive(next)
    const top = box.current?.scrollTop ?? 0
    if (next * ROW < top) box.current?.scrollTo({ top: next * ROW })
    if ((next + 1) * ROW > top + HEIGHT) box.current?.scrollTo({ top: (next + 1) * ROW - HEIGHT })
  }
  function toggle(person: number, to: boolean) {
    const next = new Set(openIds)
    const { id } = tree.people[person] as TreePerson
    if (to) next.add(id)
    else next.delete(id)
    setOpenIds(next)
  }
  function onKeyDown(event: KeyboardEvent) {
    const row = rows[current]
    if (!row) return
    const hasReports = (tree.reports[row.person] ?? []).length > 0
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(current + 1),
      ArrowUp: () => go(current - 1),
      PageDown: () => go(current + 11),
      PageUp: () => go(current - 11),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (hasReports && !row.open ? toggle(row.person, true) : row.open && go(current + 1)),
      ArrowLeft: () => {
        if (row.open && !found) toggle(row.person, false)
        else go(rows.findLastIndex((other, index) => index < current && other.depth === row.depth - 1))
      },
      Enter: () => hasReports && toggle(row.person, !row.open),
      " ": () => hasReports && toggle(row.person, !row.open),
    }
    const deed = keys[event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
  const first = Math.max(0, Math.floor(scroll / ROW) - 4)
  const drawn = rows.slice(first, first + 24)
  return (
    <div>
      <Group align="end" gap="md" mb="sm">
        <TextInput
          label="Find a person or a title"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          style={{ flex: "0 1 24rem" }}
        />
        {marks.size > 0 && (
          <Checkbox
            label={`Only who changes (${count(marks.size)})`}
            checked={onlyMarked}
            onChange={(event) => setOnlyMarked(event.currentTarget.checked)}
            pb={8}
          />
        )}
      </Group>
      <p className="app-source" role="status" style={{ margin: "0 0 0.5rem" }}>
        {found
          ? `${counted(found.size, "person matches", "people match")}.`
          : "Arrow keys open, close and move."}
      </p>
      <div
        ref={box}
        role="tree"
        tabIndex={0}
        aria-label="Org chart"
        aria-activedescendant={rows.length > 0 ? `${id}${current}` : undefined}
        className={classes.tree}
        style={{ height: Math.min(HEIGHT, Math.max(1, rows.length) * ROW) + 2 }}
        onKeyDown={onKeyDown}
        onScroll={(event) => setScroll(event.currentTarget.scrollTop)}
      >
        <div role="presentation" style={{ height: rows.length * ROW, position: "relative" }}>
          {drawn.map((row, offset) => {
            const index = first + offset
            const person = tree.people[row.person]
            const below = tree.below[row.person] ?? 0
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes every key
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the tree, aria-activedescendant names the row
              <div
                key={row.person}
                id={`${id}${index}`}
                role="treeitem"
                aria-level={row.depth}
                aria-setsize={row.siblings}
                aria-posinset={row.place}
                aria-expanded={below > 0 ? row.open : undefined}
                aria-selected={index === current}
                className={classes.row}
                data-active={index === current || undefined}
                style={{ top: index * ROW, paddingInlineStart: 12 + (row.depth - 1) * 20 }}
                onClick={() => {
                  setActive(index)
                  if (below > 0 && !found) toggle(row.person, !row.open)
                }}
              >
                <span className={classes.mark} aria-hidden="true">
                  {below > 0 ? (row.open ? "▾" : "▸") : ""}
                </span>
                <span className={classes.name} data-found={found?.has(row.person) || undefined}>
                  {person?.name}
                </span>
                {person && marks.has(person.id) && (
                  <span className={classes.marked}>{marks.get(person.id)}</span>
                )}
                <span className={classes.title}>
                  {person?.title}
                  {person?.active === false && " (not invited: has left, or the post is vacant)"}
                </span>
                {below > 0 && <span className={classes.below}>{count(below)} below</span>}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
