/** The demo's known credentials, shown on its sign-in page; nowhere else do such accounts exist. */
export const demoAccounts = [
  { email: "hr@northlight.example", password: "demo-northlight", role: "hr", name: "Mara Lindqvist" },
] as const
