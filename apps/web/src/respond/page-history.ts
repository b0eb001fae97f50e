/**
 * Every page of the questionnaire is an entry of the browser's history, on top of the entry of the page before it, so
 * that the browser's back button goes back one page and loses nothing.
 */
export function pageInHistory(): number | undefined {
  const page: unknown = history.state?.page
  return typeof page === "number" ? page : undefined
}

/** Puts every page up to this one behind it, also when the questionnaire is entered in the middle. */
export function enterPages(page: number) {
  leavePages()
  for (let at = 0; at <= page; at++) addPage(at)
}

export function addPage(page: number) {
  history.pushState({ page }, "")
}

/** From here on this entry is no page of the questionnaire. */
export function leavePages() {
  history.replaceState(null, "")
}

/** "How do I know?" lies on top of the page from which it was opened; the browser's back button leads back there. */
export function enterHow() {
  history.pushState({ how: true }, "")
}

export function isHowInHistory(): boolean {
  return history.state?.how === true
}
