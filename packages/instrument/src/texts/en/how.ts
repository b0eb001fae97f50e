import type { HowTexts } from "../how-texts.ts"

export const how: HowTexts = {
  title: "How do I know?",
  lead: "You need not take our word for it. Here is how your answer gets in without your name, and what this browser itself can show you of it.",
  steps: [
    {
      title: "A slip in an envelope with carbon paper",
      text: "Your browser draws a long random number, the ballot key, as if on a blank slip. It puts the slip into an envelope lined with carbon paper and closes it.",
    },
    {
      title: "The envelope is stamped",
      text: "You hand in the envelope with your link. The server sees that you are invited, and that your link has not been used, and stamps the outside. The stamp presses through onto the slip. The server never sees the slip.",
    },
    {
      title: "The slip comes out, stamped",
      text: "Your browser opens the envelope and throws it away. The slip now bears a genuine stamp, the same as every other slip of your group. Nobody can tell in which envelope it was.",
    },
    {
      title: "Slip and locked box go into the urn",
      text: "Your answers lie in a locked box. Box and slip go in together, without your link. The stamp shows that somebody invited answers; not who.",
    },
  ],
  requests: {
    title: "What this browser sends",
    before:
      "Nothing has been sent from this browser so far. Afterwards the real bytes will stand here, shortened.",
    after: "These are the real bytes that this browser sent, shortened. Your link stands on one side only.",
    withLink: "First, with your link",
    withoutLink: "Then, without your link",
    labels: {
      link: "Your link",
      blinded: "The closed envelope",
      group: "Number of your group",
      ballotKey: "The slip: the ballot key",
      credential: "The stamp",
      sealed: (bytes) => `The locked box: your answers, ${bytes} bytes, as many as everybody’s`,
      signature: "Signature of the ballot key",
    },
    nothingShared: "This browser has looked: nothing of the first request occurs in the second.",
    forgotten:
      "This browser has looked: your link does not occur in the second request. It has already forgotten the closed envelope, so that nothing kept here says which envelope belonged to which stamp.",
    shared:
      "Something of the first request occurs in the second. That must not be. Please tell your colleagues.",
  },
  terms: {
    title: "What the words mean",
    entries: [
      {
        term: "Sealed",
        text: "Encrypted so that only the survey’s key opens it. It is used once, after the close, on all answers together.",
      },
      {
        term: "Blind signature",
        text: "The stamp through the carbon paper: a signature on something that the signer does not get to see.",
      },
      {
        term: "Ballot key",
        text: "A number that only this browser has. Whoever has it can replace or withdraw the ballot until the close.",
      },
      {
        term: "Your group",
        text: "The people who are counted together. All slips of a group bear the same stamp.",
      },
      {
        term: "Six words",
        text: "A fingerprint of the whole promise: dates, groups, keys, questions and the fingerprint of this page. Other words mean another promise.",
      },
      {
        term: "Receipt",
        text: "A random number inside your locked box. After the close all receipts are published in alphabetical order. Yours among them means: your answer was opened and counted. It tells nobody what you answered.",
      },
    ],
  },
  kept: { title: "What stays in this browser" },
  fingerprint: {
    title: "Is this the page that was promised?",
    text: "The promise holds a fingerprint of this page with all its programs. This browser can fetch them once more and compare. But a page that deceives you could deceive you here too: the comparison is worth most when somebody else makes it, with another program.",
    button: "Compare this page",
    busy: "Comparing …",
    fits: "The fingerprints are equal: this is the page that was promised.",
    differs:
      "The fingerprints differ: this is not the page that was promised when the survey began. There may be a harmless reason, such as a new version. Please ask whoever runs the server before you answer.",
    none: "The promise of this survey names no fingerprint of the page.",
    unreachable: "The files could not be fetched. Please check your connection and try again.",
  },
  receipt: {
    title: "Was my answer counted?",
    text: "After the close this browser fetches the list of all receipts, without your link, and looks for yours in it. The server does not learn which one you look for.",
    none: "This browser holds no receipt. You can enter one that you kept.",
    save: "Keep the receipt as text",
    file: "Receipt of my sealed answer. It tells nobody what I answered.",
    label: "Receipt",
    malformed: "A receipt has 22 letters and digits. Please check what you entered.",
    search: "Look for it",
    busy: "Looking …",
    found: (all) => `It is there, among ${all}: this answer was opened and counted.`,
    missing: (all) =>
      `It is not among the ${all} that were counted. If you withdrew your answer, that is right. If not, please tell your colleagues and the person who invited you.`,
    open: "There is no list yet. It is published after the close; when too few have answered, there is none.",
    unreachable: "The list could not be fetched. Please check your connection and try again.",
  },
  back: "Back",
  survey: {
    title: "What this survey promises",
    lead: "This page is the same for everybody. It asks for no link and does not know who you are.",
    state: "State",
    states: { open: "No list of receipts yet: open, or closed with too few answers", closed: "Closed" },
    closes: "Planned close",
    groups: "Groups",
    fingerprint: "Fingerprint of the promise",
    key: "Who holds the key that opens the answers",
    byServer: "The server, outside its database, until the close",
    byTrustees: (names) => `${names}: two of them together; the server never has it`,
    readers: "Who reads comments one by one",
    nobody: "Nobody",
    receipts: "Answers counted",
    unknown: {
      title: "There is no such survey here",
      text: "The address may have been cut off when it was copied, or the survey has not begun yet.",
    },
  },
}
