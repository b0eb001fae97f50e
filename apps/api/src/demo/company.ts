import type { StrategyWords } from "@throughline/instrument"

/** The invented company of the demo: it makes heating controls. */
export const demoOrganization = "Northlight Controls"

export const demoWords: StrategyWords = {
  mission: "We make every building comfortable with half the energy it uses today.",
  missionDecoys: [
    "We build the most precise heating controls that engineers can buy.",
    "We give every household the lowest heating bill in its street.",
    "We connect every device in a building so that nothing has to be set by hand.",
    "We help installers finish more jobs in a day than anybody else can.",
  ],
  vision:
    "In 2032 one building in ten in Europe runs on our controls, and each of them uses half the energy it used before.",
  priorities: [
    "Make retrofitting old buildings take one day",
    "Halve the faults in the first year after installation",
    "Win housing associations as long-term partners",
  ],
  priorityDecoys: [
    "Open a second factory overseas",
    "Launch a premium line for private homes",
    "Grow export sales by a third",
    "Bring all software development in house",
    "Reduce the number of suppliers by half",
  ],
}

/** The function in which the message is lost, and the layer from which on. */
export const demoBreak = { department: "Operations", fromLayer: 4 } as const

/** What is put first there instead, by nearly everybody: united, and elsewhere than the top. */
export const demoInstead: readonly string[] = [
  "Reduce the number of suppliers by half",
  "Open a second factory overseas",
]

/** Where people claim to know the priorities as everywhere else, and each puts others first. */
export const demoScattered = "Field Service"

/** How far people like their work more or less than elsewhere, which has nothing to do with the message. */
export const demoLiking: Readonly<Record<string, number>> = {
  Engineering: -0.35,
  Operations: 0.35,
  Sales: 0.25,
  Product: -0.15,
  Finance: 0.2,
  Marketing: 0.15,
}

export const demoComments: Record<"comment-helps" | "comment-hinders" | "top-priority", readonly string[]> = {
  "comment-helps": [
    "Our team lead starts the week with one sentence on why the work matters.",
    "The priorities hang beside the planning board and are used.",
    "Seeing a building before and after made it clear to me.",
    "When somebody asks why, there is an answer.",
    "The quarterly talk with the directors, because questions are taken seriously.",
    "Working next to the installers for a day.",
    "Lena on the second line explains every change before the shift. Ask her: 0151 2345 6789.",
    "يشرح لنا رئيس الفريق كل صباح لماذا يهمّ هذا العمل.",
  ],
  "comment-hinders": [
    "We hear what to do, rarely what it is for.",
    "Priorities change and nobody says which one is off the list.",
    "The numbers we are measured by pull in another direction.",
    "News from the top reaches us as rumours, weeks later.",
    "Every department has its own version of the goals.",
    "Meetings are about the plan for the day only.",
    "Ever since Lukas Berg left nobody answers questions. Write to me at site.two@northlight.example.",
    "Öncelikler değişiyor ama nedenini kimse anlatmıyor.",
    "لا أحد يقول لنا لماذا تتغيّر الأهداف كل شهر.",
  ],
  "top-priority": [
    "Old buildings renovated in a day",
    "Fewer faults after installation",
    "Housing associations",
    "Quality in the first year",
    "Cutting cost",
    "Getting the line running again",
  ],
}
