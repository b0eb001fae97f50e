import { isReserved } from "../instrument-schema.ts"

/** Makes ids of ours from names of SurveyJS: the same where it can be, and each only once. */
export function idGiver(
  taken: (id: string) => boolean = () => false,
): (name: unknown, otherwise: string) => string {
  const given = new Set<string>()
  const free = (id: string) => !given.has(id) && !isReserved(id) && !taken(id)
  return (name, otherwise) => {
    const wanted = slug(String(name ?? "")) || slug(otherwise) || "a"
    let id = wanted
    for (let number = 2; !free(id); number++) id = `${wanted.slice(0, 35).replace(/-+$/, "")}-${number}`
    given.add(id)
    return id
  }
}

function slug(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "")
}
