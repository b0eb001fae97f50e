import type { WorksCouncilFacts, WorksCouncilPage } from "../facts.ts"
import { languagesIn, listed, namesIn } from "../lists.ts"
import { number } from "../locale.ts"
import { oneLine } from "../names.ts"
import { page } from "./page.ts"
import { closing, days, minutes, moment, organizationName, people, surveyName } from "./words.ts"

export function worksCouncil(facts: WorksCouncilFacts): WorksCouncilPage {
  const {
    k,
    direction = true,
    recognition = true,
    reviewers: readers = [],
    ownWords = true,
    invited,
    departments,
    layers,
    reminders,
  } = facts
  const survey = `“${surveyName(facts.survey)}”`
  const group = people(k)
  const words = people(Math.max(k, 10))
  const opens = facts.opensAt === null ? "at launch" : moment(facts.opensAt, facts.timeZone)
  const everybody = departments === null && layers === null
  const reminded = listed(reminders.map(days), "en")
  const { limits } = page.promise({ ...facts, invitedInGroup: k })
  return {
    title: `${survey}: information for employee representatives`,
    sections: [
      {
        title: "Purpose",
        paragraphs: [
          direction
            ? `${organizationName(facts.organization)} wants to know how well its mission, vision and strategy reach people at the different levels, and where they get lost on the way, so that they can be explained better there.`
            : `${organizationName(facts.organization)} wants to know how people at the different levels see the topics named below, so that things can be improved there.`,
          "The survey does not assess the performance or the conduct of individual people.",
        ],
      },
      {
        title: "Who is asked",
        paragraphs: [
          `${invited === null ? "No people have been imported yet." : `${people(invited)} in all.`} ${everybody ? "Everybody in the people file is invited." : ""}`.trim(),
          ...(departments === null
            ? []
            : [`Only these departments: ${listed(departments.map(oneLine), "en")}.`]),
          ...(layers === null ? [] : [`Only the first ${number(layers, "en")} layers of the org chart.`]),
          "Taking part is voluntary. Nobody is shown who has answered and who has not.",
        ],
      },
      {
        title: "What is asked",
        paragraphs: [
          `At most ${number(facts.questions, "en")} questions, about ${minutes(facts.minutes ?? 6)}. Every question may be left out.`,
          `Topics: ${listed(facts.topics, "en")}.`,
          ...(recognition
            ? [
                "Some questions ask people to recognise the mission and the official priorities. They too are only counted for groups.",
              ]
            : []),
          ...(ownWords
            ? [
                "A few questions can be answered in one's own words. The page asks people to name no persons there.",
              ]
            : []),
        ],
      },
      {
        title: "Which personal data are processed",
        paragraphs: [
          "All of it is stored in the organization's own installation. Nothing is sent to third parties except the mails themselves. With an answer no name, no mail address, no time and no device is stored.",
        ],
        rows: {
          head: ["Data", "What for", "How long"],
          body: [
            [
              "Name, mail address, manager, department and what else the people file contains",
              "inviting people, cutting the groups",
              "as long as the organization keeps them",
            ],
            [
              "Whether a link has been used",
              "taking one answer only, choosing whom to remind",
              "until the close",
            ],
            ["The sealed answer with its group", "keeping it safe until the close", "until the close"],
            [
              "The opened answers with their group, without a name, shuffled",
              "working out the results",
              "as long as the organization keeps the survey",
            ],
            ...(ownWords
              ? [
                  [
                    "Own words, apart from the other answers, shuffled",
                    `reading them in groups of at least ${words} who answered`,
                    "as long as the organization keeps the survey; not at all if fewer answer",
                  ],
                ]
              : []),
            [
              `Results of groups of at least ${group}`,
              "showing and discussing them",
              "as long as the organization keeps the survey",
            ],
            [
              "Accounts of HR, analysts and leaders: name, mail address, scrambled password, role and, of leaders, who they are in the org chart",
              "signing in, showing each role only what it may see",
              "until HR removes the account",
            ],
            [
              "Mail addresses that a mail server refused",
              "not writing there again, showing HR which to mend",
              "until HR says that an address is right; otherwise as long as the organization keeps its data",
            ],
            [
              "The people as they were before the last import",
              "undoing that import",
              "until the next import, or until it is undone",
            ],
            [
              "Who fetched letters to print, when and how many",
              "letting all of HR see who held the codes",
              "as long as the organization keeps the survey",
            ],
          ],
        },
      },
      {
        title: "Who sees what",
        paragraphs: ["No page, export or interface shows the answer of a single person."],
        rows: {
          head: ["Role", "Sees"],
          body: [
            [
              "HR",
              `the people file and whom it invited; while the survey runs, response rates of groups of 40 people and more, rounded to 5 % and renewed once a day; after the close, results of groups of at least ${group}`,
            ],
            ["Analyst", `after the close, results of groups of at least ${group}`],
            [
              "Leader",
              `of the own unit and the units below only: while the survey runs, the same rounded response rates as HR; after the close, results of groups of at least ${group}`,
            ],
            ["Operator of the server", "see “What is not covered”"],
          ],
        },
      },
      {
        title: "How answers are sealed and opened",
        paragraphs: [
          "The browser encrypts each answer before it is sent. The server stores it closed, without a name, a time or a number.",
          "With the personal link the browser only fetches a blind signature: the server signs something that it cannot read. The sealed answers are sent without the link, so nothing that is stored leads from an answer to a person.",
          "After the close, and only then, the program opens all answers in one go and in shuffled order, and joins groups until at least that many people have answered in each. Before that nobody is shown a result, not even a preliminary one.",
          "A close before the planned date needs the agreement of a second member of HR.",
        ],
      },
      {
        title: "What is deleted, and when",
        paragraphs: [
          "With the close: the sealed answers, the record of who has used a link, and the key that opens the answers.",
          "In a respondent's browser: the answers, once they are sent; key and receipt of the ballot, and a draft that was never sent, at the latest when that browser opens such a page again more than three months after the planned close; at once if the person so chooses.",
        ],
      },
      {
        title: "Reminders",
        paragraphs: [
          ...(reminders.length === 0
            ? ["This survey sends no reminders."]
            : [
                `The program reminds those who have not answered, ${reminded} before the close. It chooses them itself and shows nobody a list.`,
                "Everybody can stop reminders by a link in the mail and can still answer after that.",
                "What this does not cover: whoever runs the mail server can see who was sent a reminder, and so who had not answered by then.",
              ]),
        ],
      },
      {
        title: "No evaluation of individuals",
        paragraphs: [
          `Nothing is worked out for a single person. Results of fewer than ${group} are hidden, and what is shown is checked so that subtracting figures from each other gives no smaller group either.`,
          "The result of an area can be read as saying something about whoever leads it. We suggest agreeing that results are not used to assess leaders or to decide about them.",
        ],
      },
      {
        title: "What is not covered",
        paragraphs: [
          ...limits.points,
          ...(facts.printedCodes
            ? [
                "Printed letters carry the right to answer: whoever prints or hands them out could answer with them. The program notes who fetched them and when.",
              ]
            : []),
          "In groups of fewer than ten, shares near an end are told only as “at least” or “at most”. Neighbouring groups can narrow such a bound, though never below the smallest group.",
        ],
      },
      {
        title: "Changes",
        paragraphs: [
          "Questions, people invited, groups and the smallest group size are frozen when the survey starts. Whoever wants to change them needs a new survey.",
          "While the survey runs only its closing date can change. Respondents always see the planned date.",
        ],
      },
      {
        title: "The settings at a glance",
        paragraphs: [],
        rows: {
          head: ["Setting", "Value"],
          body: [
            ["Survey", surveyName(facts.survey)],
            ["Opens", opens],
            ["Planned close", closing(facts)],
            ["Languages", languagesIn(facts.languages, "en")],
            ["People invited", invited === null ? "not known yet" : number(invited, "en")],
            ["Smallest group shown", group],
            ["Smallest group for own words", ownWords ? words : "no such questions"],
            ...(ownWords
              ? [["Who reads own words", readers.length === 0 ? "nobody" : namesIn(readers, "en")]]
              : []),
            ["Reminders", reminders.length === 0 ? "none" : `${reminded} before the close`],
            ["Printed codes for people without mail", facts.printedCodes ? "yes" : "no"],
          ],
        },
      },
    ],
  }
}
