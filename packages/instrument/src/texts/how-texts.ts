import type { Notice } from "./facts.ts"

/** "How do I know?" and the survey's public page: loaded only by those who ask. */
export interface HowTexts {
  title: string
  lead: string
  /** The envelope with carbon paper, in four pictures. */
  steps: [Notice, Notice, Notice, Notice]
  requests: {
    title: string
    /** Nothing was sent from this browser yet. */
    before: string
    /** These are the bytes that this browser sent. */
    after: string
    withLink: string
    withoutLink: string
    labels: {
      link: string
      blinded: string
      group: string
      ballotKey: string
      credential: string
      sealed(bytes: number): string
      signature: string
    }
    /** Said below both, once this browser has looked for it. */
    nothingShared: string
    /** The same in a later visit, where only the link can be looked for: the envelope is kept by nobody here. */
    forgotten: string
    shared: string
  }
  terms: { title: string; entries: { term: string; text: string }[] }
  kept: { title: string }
  fingerprint: {
    title: string
    text: string
    button: string
    busy: string
    fits: string
    differs: string
    /** The survey was launched from a server without built pages. */
    none: string
    unreachable: string
  }
  receipt: {
    title: string
    text: string
    /** This browser holds none. */
    none: string
    save: string
    /** First line of the text file. */
    file: string
    label: string
    malformed: string
    search: string
    busy: string
    found(all: number): string
    missing(all: number): string
    /** The survey has not closed yet. */
    open: string
    unreachable: string
  }
  back: string
  survey: {
    title: string
    lead: string
    state: string
    states: { open: string; closed: string }
    closes: string
    groups: string
    fingerprint: string
    key: string
    byServer: string
    byTrustees(names: string): string
    readers: string
    nobody: string
    receipts: string
    unknown: Notice
  }
}
