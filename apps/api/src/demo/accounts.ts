import { demoBreak } from "./company.ts"

const password = "demo-northlight"

/** The demo's known credentials, shown on its sign-in page; nowhere else do such accounts exist. */
export const demoAccounts = [
  { email: "hr@northlight.example", password, role: "hr", name: "Mara Lindqvist", title: "HR" },
  {
    email: "deputy@northlight.example",
    password,
    role: "hr",
    name: "Jonas Okafor",
    title: "the deputy of HR, who reads the comments",
  },
  {
    // Stands for the head of the function in which the message is lost, and is called as that person is.
    email: "leader@northlight.example",
    password,
    role: "leader",
    name: null,
    title: `the leader of ${demoBreak.department}`,
  },
  {
    email: "analyst@northlight.example",
    password,
    role: "analyst",
    name: "Ines Vogt",
    title: "an analyst, who reads the comments",
  },
  {
    email: "keeper@northlight.example",
    password,
    role: "keeper",
    name: "Tomas Reyes",
    title: "a keeper, who enters the figures of a driver",
  },
] as const

/** Named before the launches to read what people write, so they are there before the surveys. */
export const demoReviewers: readonly string[] = ["deputy@northlight.example", "analyst@northlight.example"]

/** Keeps a driver, and the deputy hears of its alerts: both are there before it is. */
export const demoKeeper = "keeper@northlight.example"
export const demoReceiver = "deputy@northlight.example"

/** Made before the rest of the demo is; none of them says that it is complete. */
export const earlyAccounts: readonly string[] = [...demoReviewers, demoKeeper]
