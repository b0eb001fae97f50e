import { parseArgs } from "node:util"
import { type BaseName, bases, type Plant } from "./answers.ts"

export interface Calibration {
  seed: number
  organizations: number
  people: number
  bases: BaseName[]
  plant: Plant | null
  replicates: number
  json: boolean
}

export const usage = `Usage: npm run calibrate -- steps [--seed S] [--organizations N] [--people P]
  [--base ${Object.keys(bases).join("|")}]... [--plant layer=2,below=3,d=0.5] [--replicates B] [--json]
       npm run calibrate -- knowing|across|links|drivers [--seed S] [--organizations N] [--json]`

const WHAT = "Say what to calibrate: steps, knowing, across, links or drivers."

/** Throws an error that names what is wrong. */
export function readSettings(args: readonly string[]): Calibration {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: "string", default: "1" },
      organizations: { type: "string", default: "100" },
      people: { type: "string", default: "5000" },
      base: { type: "string", multiple: true, default: ["icc0", "team", "mixed", "nested"] },
      plant: { type: "string" },
      replicates: { type: "string", default: "199" },
      json: { type: "boolean", default: false },
    },
  })
  if (positionals.length !== 1 || positionals[0] !== "steps") throw new Error(WHAT)
  const whole = (name: "seed" | "organizations" | "people" | "replicates", least: number) =>
    wholeNumber(name, values[name], least)
  for (const base of values.base)
    if (!(base in bases)) throw new Error(`--base is one of ${Object.keys(bases).join(", ")}, not ${base}.`)
  return {
    ...{ seed: whole("seed", 0), organizations: whole("organizations", 1), people: whole("people", 200) },
    ...{ replicates: whole("replicates", 19), bases: values.base as BaseName[], json: values.json },
    plant: values.plant === undefined ? null : readPlant(values.plant),
  }
}

const choosings = ["knowing", "across", "links", "drivers"] as const

export interface ChoosingCalibration {
  what: (typeof choosings)[number]
  seed: number
  organizations: number
  json: boolean
}

/** The same of what needs no breaks; undefined: something else is to be calibrated. */
export function readChoosing(args: readonly string[]): ChoosingCalibration | undefined {
  const what = choosings.find((choosing) => args.includes(choosing))
  if (what === undefined) return undefined
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: "string", default: "1" },
      organizations: { type: "string", default: "100" },
      json: { type: "boolean", default: false },
    },
  })
  if (positionals.length !== 1) throw new Error(WHAT)
  const { seed, organizations, json } = values
  return {
    ...{ what, json, seed: wholeNumber("seed", seed, 0) },
    organizations: wholeNumber("organizations", organizations, 1),
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > 4_294_967_295)
    throw new Error(`--${name} is a whole number from ${least}, not ${text}.`)
  return value
}

function readPlant(text: string): Plant {
  const [, layer, below, d] = /^layer=(\d+),below=(\d+),d=(\d*\.?\d+)$/.exec(text) ?? []
  const plant = { layer: Number(layer), below: Number(below), d: Number(d) }
  if (d === undefined || plant.layer < 2 || plant.below < plant.layer)
    throw new Error(`--plant is layer=L,below=B,d=D with L from 2 and B from L, not ${text}.`)
  return plant
}
