import type { Language } from "../instrument.ts"
import { announcements as arAnnouncements } from "./ar/announcements.ts"
import { worksCouncil as ar } from "./ar/works-council.ts"
import { announcements as deAnnouncements } from "./de/announcements.ts"
import { worksCouncil as de } from "./de/works-council.ts"
import { announcements as enAnnouncements } from "./en/announcements.ts"
import { worksCouncil as en } from "./en/works-council.ts"
import { announcements as esAnnouncements } from "./es/announcements.ts"
import { worksCouncil as es } from "./es/works-council.ts"
import type { Announcement, AnnouncementFacts, WorksCouncilFacts, WorksCouncilPage } from "./facts.ts"
import { announcements as frAnnouncements } from "./fr/announcements.ts"
import { worksCouncil as fr } from "./fr/works-council.ts"
import { announcements as trAnnouncements } from "./tr/announcements.ts"
import { worksCouncil as tr } from "./tr/works-council.ts"

/** What HR tells others about a survey, from its own settings. */
export interface OrganizerTexts {
  /** From the head, for intranet or chat, for team leaders, for the last days. */
  announcements(facts: AnnouncementFacts): Announcement[]
  /** The page for the works council or other employee representatives. */
  worksCouncil(facts: WorksCouncilFacts): WorksCouncilPage
}

const texts: Record<Language, OrganizerTexts> = {
  en: { announcements: enAnnouncements, worksCouncil: en },
  de: { announcements: deAnnouncements, worksCouncil: de },
  fr: { announcements: frAnnouncements, worksCouncil: fr },
  es: { announcements: esAnnouncements, worksCouncil: es },
  tr: { announcements: trAnnouncements, worksCouncil: tr },
  ar: { announcements: arAnnouncements, worksCouncil: ar },
}

export function organizerTexts(language: Language): OrganizerTexts {
  return texts[language]
}
