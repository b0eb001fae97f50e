import { type DemoFunction, demoFunctions, demoLocations, familyNames, givenNames } from "./demo-names.ts"
import type { Person } from "./person.ts"

export interface DemoOptions {
  seed: number
  /** How many people, the head included; 1,200 gives eight functions on six layers. */
  people: number
}

/** A team this small needs no further level of management. */
const TEAM = 12
const DEEPEST = 6

/**
 * An invented company, the same for the same seed: names of many cultures, titles, departments, mails at
 * example.com. People come manager before reports; nobody has left and everybody has an address.
 */
export function demoCompany(options: DemoOptions): Person[] {
  const random = seeded(options.seed)
  const people: Person[] = []
  const mails = new Set<string>()

  function hire(manager: Person | null, title: string, department: string): Person {
    const given = pick(random, givenNames)
    const family = pick(random, familyNames)
    const [city, tongue] = pick(random, demoLocations)
    const person: Person = {
      id: `E${String(people.length + 1).padStart(4, "0")}`,
      row: people.length + 2,
      name: `${given} ${family}`,
      email: address(given, family, mails),
      title,
      department,
      location: city,
      language: tongue === "ar" && random() < 0.8 ? "ar" : "en",
      managerId: manager?.id ?? null,
      active: true,
    }
    people.push(person)
    return person
  }

  /** Puts `count` people below `manager`, who stands on `layer`. */
  function staff(manager: Person, count: number, layer: number, area: string, part: DemoFunction): void {
    if (count <= TEAM || layer >= DEEPEST - 1) {
      for (let i = 0; i < count; i++) hire(manager, pick(random, part.roles), part.department)
      return
    }
    const managers =
      layer === 2 ? part.areas.length : Math.max(2, Math.round(count / (layer === 3 ? 26 : 12)))
    // Leaders have a few people of their own beside the managers: assistants, specialists, a chief's staff.
    const specialists = Math.min(
      count - managers,
      layer === 2 ? 5 + Math.floor(random() * 3) : Math.floor((5 - layer) * (1 + random())),
    )
    for (let i = 0; i < specialists; i++) hire(manager, `${area} Specialist`, part.department)
    const sizes = shares(random, count - managers - specialists, managers)
    sizes.forEach((size, index) => {
      const name = layer === 2 ? (part.areas[index] as string) : area
      const report = hire(manager, `${LEVELS[layer + 1] ?? "Team Lead"}, ${name}`, part.department)
      staff(report, size, layer + 1, name, part)
    })
  }

  if (options.people < 1) return people
  const head = hire(null, "Chief Executive Officer", "Executive")
  const functions = demoFunctions.slice(0, Math.min(demoFunctions.length, options.people - 1))
  const total = functions.reduce((sum, part) => sum + part.share, 0)
  let left = options.people - 1
  const leaders = functions.map((part, index) => {
    const others = functions.length - index - 1
    const share = others === 0 ? left : Math.round(((options.people - 1) * part.share) / total)
    const size = Math.max(1, Math.min(share, left - others))
    left -= size
    return { leader: hire(head, part.chief, part.department), size, part }
  })
  for (const { leader, size, part } of leaders) staff(leader, size - 1, 2, part.department, part)
  return people
}

const LEVELS: Record<number, string> = { 3: "Director", 4: "Manager", 5: "Team Lead" }

/** Splits `count` into `parts` whole numbers that differ somewhat, as real teams do. */
function shares(random: () => number, count: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, () => 0.75 + random() / 2)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = count
  return weights.map((weight, index) => {
    const size = index === parts - 1 ? left : Math.min(left, Math.round((count * weight) / total))
    left -= size
    return size
  })
}

function address(given: string, family: string, taken: Set<string>): string {
  const local = `${given}.${family}`.toLowerCase()
  let mail = `${local}@example.com`
  for (let number = 2; taken.has(mail); number++) mail = `${local}${number}@example.com`
  taken.add(mail)
  return mail
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to invent people. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
