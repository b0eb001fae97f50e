/** What stands behind the survey in the address of each part of the results; "" for its layers. */
const parts = [
  { name: "Layers", part: "" },
  { name: "Breaks", part: "/breaks" },
  { name: "Heat map", part: "/heat-map" },
  { name: "Knowing", part: "/knowing" },
  { name: "Across", part: "/across" },
  { name: "Engagement", part: "/engagement" },
  { name: "Comments", part: "/comments" },
]

/** What is looked at goes along from one part to the next. */
const kept = ["measure", "group"]

export interface ResultPlace {
  name: string
  href: string
  isHere: boolean
}

/** The parts of the results of the survey that is open, from the path of one of them and its query. */
export function resultPlaces(path: string, query: string): ResultPlace[] {
  const here = parts.find(({ part }) => part !== "" && path.endsWith(part))?.part ?? ""
  const survey = here === "" ? path : path.slice(0, -here.length)
  const params = [...new URLSearchParams(query)].filter(([name]) => kept.includes(name))
  const rest = params.length === 0 ? "" : `?${new URLSearchParams(params)}`
  return parts.map(({ name, part }) => ({ name, href: `${survey}${part}${rest}`, isHere: part === here }))
}
