import type { Person } from "./person.ts"
export interface DemoOptions {
  seed: number
  people: number
}
export function demoCompany(_options: DemoOptions): Person[] {
  return []
}
