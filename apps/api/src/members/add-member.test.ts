import { eachDatabase } from "@throughline/db/testing"
import { expect, test } from "vitest"
import { openTestApp } from "../testing.ts"
import { addMember } from "./add-member.ts"

eachDatabase((_name, open) => {
  test("an operator adds a second HR person to the organization of the first, and to no other", async () => {
    const api = await openTestApp(await open())
    const hr = await api.hr("Acme")
    await api.hr("Elsewhere")
    const second = {
      email: "Second@example.com",
      name: "Second",
      role: "hr" as const,
      password: "from standard input",
    }
    expect(await addMember(api.deps, "nobody@example.com", second)).toBe("no-organization")
    expect(await addMember(api.deps, hr.email.toUpperCase(), second)).toBe("added")
    expect(await addMember(api.deps, hr.email, second)).toBe("taken")
    const session = await api.signIn("second@example.com", "from standard input")
    expect((await session.call("GET", "/api/session")).json).toMatchObject({
      role: "hr",
      organization: { id: hr.organizationId, name: "Acme" },
    })
    api.remove()
  })
})
