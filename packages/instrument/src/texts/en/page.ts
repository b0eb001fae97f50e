import { namesIn } from "../lists.ts"
import type { PageTexts } from "../page-texts.ts"
import { closing, minutes, organizationName, people } from "./words.ts"

export const page: PageTexts = {
  language: "en",
  direction: "ltr",
  windowTitle: "Your answer, sealed",

  promise: ({
    organization,
    invitedInGroup,
    k,
    direction = true,
    ownWords = true,
    reviewers = [],
    trustees = [],
    ...facts
  }) => ({
    title: "Before you begin",
    text: `${organizationName(organization)} ${
      direction
        ? "wants to know how well its mission, vision and strategy reach you."
        : "wants to know how you see things at work."
    } It takes about ${minutes(facts.minutes ?? 6)}. You may leave out any question.`,
    points: [
      {
        title: "What is stored",
        text: "Your answers, and the group you are counted in. No name, no mail address, no time and no device is stored with them. Apart from them we note that your link has been used, so that everybody answers once and is not reminded after that.",
      },
      {
        title: "Your answers travel without your link",
        text: "With your link this page only fetches a signature, on something that the server cannot read (a blind signature). Your sealed answers are then sent on their own, without the link. So even those who run the server find nothing in what they store that leads from an answer to you.",
      },
      {
        title: "Who you are counted with",
        text: `You are one of ${people(invitedInGroup)} invited in your group. After the close, groups are joined until at least ${people(k)} have answered in each.`,
      },
      {
        title: "What nobody gets to see",
        text: `Results for fewer than ${people(k)}, in any table, chart or export. If fewer than ${people(k)} answer in all, nothing is shown at all.`,
      },
      {
        title: "Sealed until the close",
        text: `Your answers are sealed (encrypted) in this browser before they are sent, and stored sealed until the survey closes, planned for ${closing(facts)}; it may be closed earlier. Then all answers are shuffled and opened together, in one go.${
          trustees.length === 0
            ? ""
            : ` The key is split among ${namesIn(trustees, "en")}: it takes two of them, and the server never has it.`
        }`,
      },
      ...(ownWords
        ? [
            {
              title: "What you write yourself",
              text: `Your own words are kept apart from your other answers and shuffled, in groups of at least ${people(Math.max(k, 10))} who answered. If fewer answer in all, your words are not kept. ${
                reviewers.length === 0
                  ? "Nobody reads them one by one."
                  : `They are read by ${namesIn(reviewers, "en")}.`
              } Somebody may still know your way of writing: leave out names and whatever only you would know.`,
            },
          ]
        : []),
    ],
    limits: {
      title: "What this does not protect you from",
      points: [
        trustees.length === 0
          ? "Whoever runs the server also keeps the key that opens the answers, outside the database, and the program uses it only after the close. Somebody who runs the server, changes the program and notes the moment and the connection of each request could open an answer with that key and guess from the times whose it is. This version cannot rule that out."
          : `Two of those who hold parts of the key (${namesIn(trustees, "en")}) could open the answers before the close. Together with somebody who runs the server and notes the moment and the connection of each request, they could guess from the times whose an answer is.`,
        "Whoever sets up the list of people could put invented people into your group and answer for them, and so work out your answer.",
        "This page itself comes from the server, which could send you another program than your colleagues. The six words show whether you were all promised the same. They cannot show that this page keeps to it.",
        "Your device, your mailbox or your network at work may be watched by other programs. A reminder in your mailbox, for example, shows that you had not answered by then. Your own phone on your own connection avoids part of that.",
      ],
    },
  }),

  comments: "This is optional. Please name no persons.",
  progress: (at, pages) => `Page ${at} of ${pages}`,
  draftKept: "Until you send, your answers stay in this browser. You can close the page and go on later.",
  nothingAnswered: {
    title: "Nothing is answered yet",
    text: "Every question may be left out, but please answer at least one before you send.",
  },
  sharedComputer: {
    label: "Other people use this computer too",
    hint: "Then nothing is kept in this browser: you answer in one go, leave the page open until it thanks you, and cannot change or withdraw your answer later.",
  },
  buttons: {
    start: "Begin",
    resume: "Go on where I stopped",
    startOver: "Start again from the beginning",
    next: "Next",
    back: "Back",
    send: "Seal and send",
    sendCorrection: "Seal and send the new answer",
    correct: "Change my answers",
    retry: "Send again",
    reload: "Try again",
  },
  busy: { loading: "Opening your link …", sending: "Sealing and sending …" },

  states: {
    answered: (facts) => ({
      title: "Your answer is in",
      text: `You have answered with this browser. Until the close, planned for ${closing(facts)}, you can change or withdraw it here. This browser no longer holds what you answered: you would answer anew.`,
    }),
    answeredElsewhere: {
      title: "This link has already been used",
      text: "Another browser or device has used it to answer, and one answer counts per link. If sending was interrupted there, open the link there again: it goes on. Only that browser can change or withdraw the answer. If it was not you, please tell the person who invited you.",
    },
    otherDevice: {
      title: "Already used on another device",
      text: "While you were answering here, your link was used to answer from somewhere else. What you entered here was not sent. If sending was interrupted there, open the link there again: it goes on. Only that device can change or withdraw the answer.",
    },
    expired: {
      title: "This link is no longer valid",
      text: "A newer link has taken its place, or the invitation was withdrawn. Please use the link in the latest mail.",
    },
    unknown: {
      title: "We do not know this link",
      text: "It may have been cut off when it was copied. Please open it straight from the mail, or copy it again in full.",
    },
    closed: (facts) => ({
      title: "This survey is closed",
      text: `The close was planned for ${closing(facts)}. Answers are no longer taken. Thank you for coming by.`,
    }),
    closedWhileAnswering: {
      title: "The survey has just closed",
      text: "It closed before your answer arrived, so your answer was not taken. Nothing of it is on the server.",
    },
    offline: {
      title: "No connection",
      text: "Your answers are still in this browser. When you are online again, send once more; it cannot count twice.",
    },
    retry: {
      title: "That did not arrive",
      text: "The server could not take your answer. It is still in this browser. Please send again in a moment; it cannot count twice.",
    },
    mismatch: {
      title: "Something does not fit",
      text: "The questions that arrived are not those that were promised when the survey began. Nothing was sent. Please tell the person who invited you.",
    },
    otherPromise: {
      title: "This link was given another promise",
      text: "The promise that came with your link is not the one published for everybody in this survey. Somebody may be trying to tell your answer from the others. Nothing was sent, and this page goes no further. Please show this to your colleagues and tell the person who invited you.",
    },
    changedPromise: {
      title: "The promise has changed",
      text: "When this browser opened the survey before, another promise was made. It must never change while a survey is open. Nothing was sent, and this page goes no further. Please show this to your colleagues and tell the person who invited you.",
    },
    forged: {
      title: "The signature is not the one promised",
      text: "The server did not sign with the published key of your group. A key made for you alone could mark your answer. Your answer was not sent, and this page goes no further. Please show this to your colleagues and tell the person who invited you.",
    },
    withdrawn: (facts) => ({
      title: "No answers of yours count",
      text: `With this browser you said that you take no part, or withdrew your answers. An empty ballot, sealed like any other, stands in their place, and no more reminders come. Until the close, planned for ${closing(facts)}, you can still answer here.`,
    }),
    invalid: {
      title: "One answer cannot be sent",
      text: "Nothing was sent and everything you entered is still here. Please go back and look at your texts: one of them may be too long.",
    },
    browserTooOld: {
      title: "This browser cannot seal your answer",
      text: "Nothing was sent. Please open your link in a current version of Chrome, Edge, Firefox or Safari.",
    },
  },

  thanks: ({ organization, k, ...when }) => ({
    title: "Thank you. Your sealed answer has arrived.",
    paragraphs: [
      `It stays sealed until the close, planned for ${closing(when)}. Then all answers are opened together.`,
      `The results are worked out right after that, only for groups of at least ${people(k)}. ${organizationName(organization)} will tell you where to see them.`,
      "Until the close you can change or withdraw your answer: open your link again in this browser. No other browser can do that. In a private window this ends when you close the window.",
    ],
  }),

  keptAfterSending: (lasting) =>
    lasting
      ? "What you answered is no longer kept in this browser once you leave this page. It keeps a key and a signature, with which you can change or withdraw your answer until the close, and a receipt, with which you can check after the close that it was counted."
      : "This browser keeps nothing when you close this page. If you want to check after the close that your answer was counted, keep the receipt as text first.",
  sixWords: {
    title: "The promise in six words",
    text: "This browser has worked them out of the promise. Compare them with a colleague’s and with those in your mail. If a single word differs, you were promised different things: do not answer, and say so aloud.",
    group: (number) =>
      `Your group has the number ${number}. Compare that too: a group that nobody else is in would have a number that nobody else has.`,
    waiting: "Being worked out …",
  },
  withdraw: {
    offer: "Withdraw my answers",
    consequence:
      "An empty ballot, sealed like any other, takes their place. To the server it looks the same as a correction. Until the close you can answer again from this browser.",
    button: "Withdraw them",
  },
  decline: {
    offer: "I will not take part",
    consequence:
      "This sends an empty ballot, sealed like any other. To the server it looks as if you had answered: reminders stop, and nobody can see that you took no part. Until the close you can still answer from this browser.",
    button: "Send an empty ballot",
  },
  how: "How do I know?",

  code: {
    title: "Enter the code from your letter",
    text: "It opens your own questionnaire. Looking at it uses nothing up: the code counts as used only once you send.",
    label: "Code",
    hint: "Capital or small letters, with or without spaces and hyphens.",
    button: "Open",
    busy: "Opening …",
    faults: {
      empty: "Please enter the code that is printed on your letter.",
      malformed: "This is no complete code. Please compare it with your letter, character by character.",
      unknown:
        "We do not know this code. Please compare it with your letter. A newer letter replaces an older one.",
      wait: "There were too many tries from this connection. Nothing is lost. Please try again in a few minutes.",
      unreachable:
        "The server cannot be reached. Nothing is lost. Please check your connection and try again.",
    },
  },
  reminders: {
    title: "Stop reminders?",
    text: "You will get no more reminders of this survey. Your link stays valid: you can still answer until the close.",
    button: "Stop reminders",
    busy: "Stopping …",
    done: {
      title: "No more reminders",
      text: "You will get no more reminders of this survey. You can still answer with the link in your invitation until the close.",
    },
    unknown: {
      title: "We do not know this link",
      text: "Nothing was changed. It may have been cut off when it was copied: please open it straight from the mail.",
    },
    failed: {
      title: "That did not work",
      text: "Reminders have not been stopped. Please check your connection and try again.",
    },
  },
}
