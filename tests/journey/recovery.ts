import type { Page } from "playwright-core"

/** The file that a button downloads, as text. */
async function fileOf(page: Page, press: (name: string) => Promise<void>, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(name)])
  const pieces: Buffer[] = []
  for await (const piece of await download.createReadStream()) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString("utf8")
}

/** HR makes the three recovery shares, keeps two as files, and puts them in again, each from its own file. */
export async function takeRecoveryShares(
  page: Page,
  { press, type }: { press(name: string): Promise<void>; type(label: string, text: string): Promise<void> },
): Promise<void> {
  await press("Make the three shares")
  await page.getByRole("button", { name: "Download share 1" }).waitFor()
  const files = [await fileOf(page, press, "Download share 1"), await fileOf(page, press, "Download share 3")]
  for (const [at, label] of ["One share", "Another share"].entries()) {
    const share = files[at]?.split("\n").find((line) => /^[123]-[\w-]+$/.test(line.trim()))
    if (!share) throw new Error(`There is no share in the file:\n${files[at]}`)
    await type(label, share.trim())
  }
  await press("Check these two")
  await page.getByText(/two shares made the key again/).waitFor()
}
