import { announcement } from "../announcement.ts"
import type { Announcement, AnnouncementFacts } from "../facts.ts"
import { languagesIn } from "../lists.ts"
import { closing, minutes, moment, people, surveyName } from "./words.ts"

export function announcements(facts: AnnouncementFacts): Announcement[] {
  const { k, opensAt, languages, direction = true } = facts
  const survey = `“${surveyName(facts.survey)}”`
  const time = minutes(facts.minutes ?? 6)
  const group = people(k)
  const close = closing(facts)
  const asks = direction
    ? "how well our mission, vision and strategy reach you in your daily work"
    : "how you see things at work"
  return [
    announcement({
      id: "head",
      title: "Mail from the head of the organization",
      subject: `${survey}: I would like to hear from you`,
      paragraphs: [
        "Dear all,",
        `I would like to know ${asks}. That is what we ask all of you in ${survey}, ${
          opensAt === null ? "" : `from ${moment(opensAt, facts.timeZone)} `
        }until ${close}.`,
        `You get a personal link, by mail or as a printed letter. It takes about ${time}, also on a phone. You can answer in ${languagesIn(languages, "en")}. Taking part is voluntary, and you may leave out any question.`,
        `Your answer is sealed in your browser and opened only after the close, together with all others. Results are shown only for groups of at least ${group}; no page shows me or anybody else who has answered, or what a single person said. The first page tells you in full what this covers, and also what it does not.`,
        "After the close we will tell you what we have heard and what follows from it. Thank you for taking the time.",
      ],
      points: [],
    }),
    announcement({
      id: "note",
      title: "Note for intranet or chat",
      subject: null,
      paragraphs: [
        `${survey} is open until ${close}. About ${time}, also on a phone. Your personal link is in your mailbox or in your letter.`,
        `Sealed until the close, opened all together, shown only for groups of at least ${group}. If you cannot find your link, please look in the spam folder first, then ask HR.`,
      ],
      points: [],
    }),
    announcement({
      id: "leaders",
      title: "Talking points for team leaders",
      subject: null,
      paragraphs: ["Two minutes in your next team meeting are enough."],
      points: [
        `What it is about: ${survey} asks ${asks}. It takes about ${time} and is open until ${close}.`,
        "How it works: everybody has a personal link, by mail or in a letter. A phone is enough. Please give your team time for it during working hours.",
        `What is promised: answers are sealed, opened together after the close, and shown only for groups of at least ${group}.`,
        "What it does not protect from stands on the first page as well. If somebody has doubts, point to that page rather than promise more than it does.",
        "Please ask nobody whether or what they have answered. The program tells you neither.",
        "What comes next: after the close you will see results, and we will talk about them in the team.",
      ],
    }),
    announcement({
      id: "last-days",
      title: "Note for the last days",
      subject: null,
      paragraphs: [
        `${survey} closes on ${close}. If you would still like to answer: your link is in your invitation, and it takes about ${time}.`,
        "To all who have answered: thank you.",
      ],
      points: [],
    }),
  ]
}
