import type { QuestionTexts } from "../question-texts.ts"

export const questions: QuestionTexts = {
  prompt: "How far do you agree?",
  scale: ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"],
  cannotSay: "I cannot say",
  pickUpTo: (most) => `Choose up to ${most}.`,
  pickOne: "Choose one.",
  optional: "You may leave this empty.",
  ranking: {
    prompt: (most) => `Tap what comes first, then what comes second, up to ${most} in all.`,
    give: (choice, rank) => `${choice}: give rank ${rank}`,
    full: (choice, most) => `${choice}: all ${most} ranks are given, remove one first`,
    ranked: (choice, rank) => `${choice}, rank ${rank}`,
    up: (choice) => `Move up: ${choice}`,
    down: (choice) => `Move down: ${choice}`,
    remove: (choice) => `Remove: ${choice}`,
    chosen: (count, most) => `${count} of ${most} ranked`,
    said: {
      placed: (choice, rank) => `${choice} is now rank ${rank}.`,
      moved: (choice, rank) => `${choice} moved to rank ${rank}.`,
      removed: (choice) => `${choice} removed.`,
    },
  },
}
