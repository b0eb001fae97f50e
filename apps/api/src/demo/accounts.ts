/** The demo's known credentials, shown on its sign-in page; nowhere else do such accounts exist. */
export const demoAccounts: { email: string; password: string; role: string }[] = []
