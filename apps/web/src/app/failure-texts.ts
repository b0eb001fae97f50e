import type { Failure } from "./failure.ts"

export interface FailureText {
  /** What happened. */
  title: string
  /** What was kept, and what to do now. */
  todo: string
}

// Typed over every code of the server and the page: a code without words does not compile.
const texts: Record<Failure["code"], FailureText> = {
  "request.invalid": {
    title: "Something in this form does not fit.",
    todo: "Nothing was saved. Look at the fields again, then save once more.",
  },
  "request.too-large": {
    title: "This file is too large.",
    todo: "Nothing was stored. Leave out columns that are not needed, and try again.",
  },
  "request.foreign": {
    title: "This request came from another site and was refused.",
    todo: "Open Throughline by its own address and try again.",
  },
  "request.too-many": {
    title: "Too many tries in a short time.",
    todo: "Wait a minute, then try again.",
  },
  "route.unknown": { title: "There is nothing at this address.", todo: "Use the menu to find your way." },
  "session.none": { title: "You are signed out.", todo: "Sign in again; what was saved is still there." },
  "session.forbidden": {
    title: "Your role does not open this.",
    todo: "Ask HR in your organization if you need it.",
  },
  "words.invalid": {
    title: "The words are not ready yet.",
    todo: "Nothing was saved. The fields below say what is missing.",
  },
  "mail.link-base": {
    title: "Links cannot begin with this address yet.",
    todo: "Nothing was changed; links begin as before.",
  },
  "person.unknown": {
    title: "This person is not among your people any more.",
    todo: "Nothing was changed. Reload the page to see the people as they are now.",
  },
  "person.reached": {
    title: "This person's invitation was delivered.",
    todo: "Nothing was changed. Only an address that refused an invitation can be mended here; change others in your next people file.",
  },
  "people.blocked": {
    title: "The file was refused as a whole.",
    todo: "Nothing was stored; the people of the last import still stand. Mend the errors and upload the file again.",
  },
  "people.unreadable": {
    title: "This file is too much to read.",
    todo: "Nothing was stored; the people of the last import still stand. Save it again as a plain table with one row a person, and choose that.",
  },
  "published.refused": {
    title: "No row of this table can be counted.",
    todo: "Nothing was stored. Each problem says what is missing; mend the file, or say which column means what.",
  },
  "published.unknown": {
    title: "This table is not there any more.",
    todo: "Somebody may have taken it away. Go back to History to see which are kept.",
  },
  "published.too-many": {
    title: "There are 40 tables already.",
    todo: "Nothing was stored. Take one away that nobody compares with any more, then add this one.",
  },
  "driver.unknown": {
    title: "This driver is not there for you.",
    todo: "Somebody may have taken it away, or put it into other hands. Go back to Drivers to see which are there.",
  },
  "driver.kpi": {
    title: "These KPIs do not make a driver.",
    todo: "Nothing was stored. Choose three different KPIs whose figures are of the same kind of period, all quarters or all months.",
  },
  "driver.member": {
    title: "One of these members is not there any more.",
    todo: "Nothing was stored. Choose a keeper and a receiver among the members; operators cannot be either.",
  },
  "driver.values": {
    title: "These values do not fit the driver.",
    todo: "Nothing was stored. Each value needs a unit of this driver and a period of the indicator's kind.",
  },
  "import.refused": {
    title: "These old answers cannot be counted.",
    todo: "Nothing was stored. Change what does not fit, or choose another file.",
  },
  "import.twice": {
    title: "This file has been imported already.",
    todo: "Nothing was stored. To count it in another way, delete the survey that was made from it first.",
  },
  "survey.imported": {
    title: "This survey was imported and not asked here.",
    todo: "Nothing was changed. Set up a new survey instead.",
  },
  "people.changed": {
    title: "Somebody else changed the people meanwhile.",
    todo: "Nothing of yours was stored. Choose your file again: the page then compares it with the people as they are now.",
  },
  "people.not-undoable": {
    title: "This import can no longer be undone.",
    todo: "Nothing was changed. Only the last import can be undone, and only once; import an older file again instead.",
  },
  "instrument.unknown": {
    title: "There is no such questionnaire.",
    todo: "It may have been deleted. Go back to Questionnaires.",
  },
  "instrument.changed": {
    title: "Somebody else changed this questionnaire meanwhile.",
    todo: "Your last change was not saved, and nothing of theirs was overwritten. Load the page again and make the change once more.",
  },
  "instrument.ready-made": {
    title: "A ready-made questionnaire cannot be changed.",
    todo: "Nothing was changed. Make a copy of it, and change the copy.",
  },
  "instrument.invalid": {
    title: "This questionnaire is not ready to be published.",
    todo: "Your draft is saved. What is missing stands beside the questions; mend it, then publish again.",
  },
  "instrument.refused": {
    title: "This file has parts that cannot be taken over.",
    todo: "Nothing was imported. Each of them is named below with what to do instead.",
  },
  "instrument.in-use": {
    title: "A survey uses this questionnaire.",
    todo: "Nothing was deleted. It stays as long as there is a survey that asks it.",
  },
  "survey.unknown": {
    title: "There is no such survey.",
    todo: "It may have been removed. Go back to Surveys.",
  },
  "survey.not-draft": {
    title: "This survey has been launched.",
    todo: "What was promised to respondents is frozen, so it cannot be changed. Start a new survey instead.",
  },
  "survey.not-ready": {
    title: "This survey cannot be launched yet.",
    todo: "Nothing was launched or sent. Mend that, then try again.",
  },
  "survey.not-open": {
    title: "This survey is not open.",
    todo: "Load the page again to see where it stands.",
  },
  "survey.dates": {
    title: "These dates do not fit.",
    todo: "Nothing was changed. Choose another moment.",
  },
  "survey.second-needed": {
    title: "One person alone cannot close a survey early.",
    todo: "It stays open. Ask for the early close on the survey's page; another HR member then agrees or declines.",
  },
  "survey.no-second": {
    title: "There is nobody who could agree.",
    todo: "The survey stays open until its date. It takes two who were of HR before it was launched; invite a second HR member under Members before you launch the next one.",
  },
  "survey.joined-later": {
    title: "You joined HR after this survey was launched.",
    todo: "The survey stays open. Closing it early takes two who were of HR before the launch; you have a say in surveys launched from now on.",
  },
  "survey.own-request": {
    title: "You asked for this yourself.",
    todo: "The survey stays open until another HR member agrees, or until its date.",
  },
  "survey.not-asked": {
    title: "Nobody asks to close this survey early any more.",
    todo: "It stays open. Load the page again to see where it stands.",
  },
  "survey.too-few": {
    title: "Too few people for an anonymous survey.",
    todo: "Nothing was launched. Widen the audience: at least the minimum group size and three more must be invited.",
  },
  "survey.closed": { title: "This survey is closed.", todo: "Its results stand under Results." },
  "survey.busy": {
    title: "This survey is being closed already.",
    todo: "Wait a moment, then load the page again. No answer is lost.",
  },
  "survey.key-missing": {
    title: "The key of this survey cannot be found.",
    todo: "The answers are kept, sealed. Put in two of the three recovery shares on the survey's page; the close then goes on by itself.",
  },
  "survey.recovery-untried": {
    title: "The key of this survey has no recovery yet.",
    todo: "Nothing was launched. Open “Keys and recovery”, take the three shares and put two of them in again.",
  },
  "recovery.share-mistyped": {
    title: "This is no recovery share, or a letter of it is wrong.",
    todo: "Nothing was changed. Compare it with the file or the paper, letter by letter.",
  },
  "recovery.share-foreign": {
    title: "This recovery share belongs to another survey.",
    todo: "Nothing was changed. The name of the survey stands in the file and on the paper.",
  },
  "recovery.share-twice": {
    title: "This is the same share twice.",
    todo: "Nothing was changed. It takes two different ones.",
  },
  "recovery.shares-void": {
    title: "These two shares do not make the key of this survey.",
    todo: "Nothing was changed. One of them is from an earlier set: whenever shares are taken again, those of before stop working.",
  },
  "release.no-team": {
    title: "You had no team in this survey.",
    todo: "Results are shown as people stood when the survey was launched, and nobody reported to you then.",
  },
  "review.not-named": {
    title: "Only the reviewers read the comments of this survey.",
    todo: "They were named before the launch and printed in the promise, and nobody can be added since. What they let out stands under Results.",
  },
  "review.not-yet": {
    title: "There are no comments to be read.",
    todo: "They can be read once the survey is closed, and only if enough people answered.",
  },
  "review.unknown": {
    title: "There is no such comment.",
    todo: "Nothing was changed. Load the page again.",
  },
  "review.changed": {
    title: "The other reviewer changed this comment meanwhile.",
    todo: "Nothing was overwritten. What stands there now is theirs; change it again if you see it differently.",
  },
  "review.changed-before-publishing": {
    title: "Somebody changed a comment while you were about to publish.",
    todo: "Nothing was published. The page now shows how it stands: look at it once more, then publish.",
  },
  "coding.none": {
    title: "The texts of this survey cannot be coded.",
    todo: "It takes two reviewers named before the launch, and texts in which people name a priority.",
  },
  "coding.unknown": {
    title: "There is no such choice.",
    todo: "Nothing was changed. Load the page again and choose from the list.",
  },
  "coding.under-way": {
    title: "Texts of this question are being coded, so they get no topic yet.",
    todo: "The other reviewer would see from it what you read in the text. Give the topic once you both have coded all of them.",
  },
  "coding.done": {
    title: "Both of you have coded every text, so your own choices stay as they are.",
    todo: "You see each other's now. Settle the texts on which you differ below.",
  },
  "coding.not-done": {
    title: "Not every text is coded and settled yet.",
    todo: "Both of you code every text first, then one of you settles those on which you differ. At least 20 texts are needed.",
  },
  "coding.published": {
    title: "The shares have been published and stay as they are.",
    todo: "Nothing was changed. A second, corrected share beside the first would tell what single texts say.",
  },
  "coding.words-told": {
    title: "Words that people wrote to this question have been published.",
    todo: "Whoever has read them and saw shares too could work out the others. So no shares are published of this question.",
  },
  "review.unsaved": {
    title: "Not every change to a comment is saved.",
    todo: "Nothing was published. Go back to the comments marked “Not saved” or “Changed by somebody else”, settle them, then publish.",
  },
  "review.nothing-new": {
    title: "Just this is published already.",
    todo: "Nothing was published anew. Pass on another comment, or redact or keep back one, first.",
  },
  "release.left": {
    title: "You are not in the people list any more.",
    todo: "This account shows the results of a leader's own unit, and the person it stands for has left or is not active. If that is wrong, ask HR to correct the people or your account.",
  },
  "member.unknown": { title: "There is no such member.", todo: "Load the page again to see who is there." },
  "member.last-hr": {
    title: "This is the last member of HR.",
    todo: "Nothing was changed. Invite somebody else of HR first; without one nobody could let people in.",
  },
  "member.no-team": {
    title: "This person has nobody below.",
    todo: "Nothing was changed. A leader sees the results of the people below; choose somebody who has reports.",
  },
  "member.taken": {
    title: "There is an account with this address already.",
    todo: "Nothing was changed. One address can have one account: use another address, or sign in with the account that is there.",
  },
  "member.invited": {
    title: "This address has been invited already.",
    todo: "Nothing was sent. You can send the invitation again from the list of open invitations.",
  },
  "member-invitation.unknown": {
    title: "This invitation is not known.",
    todo: "Check that the link was copied as a whole. If it was sent again, only the newest mail holds.",
  },
  "member-invitation.over": {
    title: "This invitation is over.",
    todo: "It has been used, withdrawn, or is older than seven days. If you have set your password, sign in; else ask HR to send it again.",
  },
  "password.wrong": {
    title: "The current password is another one.",
    todo: "Nothing was changed. Check it and try again, or ask for a new one on the sign-in page.",
  },
  "password.link-over": {
    title: "This link holds no more.",
    todo: "Your password is as it was. A link works once and for an hour; ask for a new one.",
  },
  "kpi.unknown": {
    title: "This KPI is not there any more.",
    todo: "Somebody may have taken it away. Go back to KPIs to see which are kept.",
  },
  "kpi.taken": {
    title: "There is a KPI of this name already.",
    todo: "Nothing was changed. Files find their KPI by its name: choose another one.",
  },
  "kpi.in-use": {
    title: "A driver is made of this KPI.",
    todo: "Nothing was changed. Take the driver away first.",
  },
  "kpis.refused": {
    title: "These figures cannot be taken in.",
    todo: "Nothing was changed. Repair the file and choose it again.",
  },
  "kpis.not-undoable": {
    title: "This import cannot be taken back any more.",
    todo: "Nothing was changed. Only the last file can be taken back, and only while no later figures stand on it.",
  },
  "key.unknown": {
    title: "This key is not there any more.",
    todo: "Somebody may have revoked it. The list shows the keys that hold.",
  },
  "key.refused": {
    title: "This key lets nobody in.",
    todo: "It may be mistyped, revoked or expired. HR can make a new one.",
  },
  "unit.unknown": {
    title: "This unit is not in these results.",
    todo: "It may have another head now, or the survey tells nothing of it. Choose another unit or survey.",
  },
  "bundle.none": {
    title: "There is nothing to check of this survey yet.",
    todo: "What a survey can be checked with is made once, when it closes and enough people answered.",
  },
  "release.none": {
    title: "This survey has no results.",
    todo: "Results come once, when a survey closes and enough people answered.",
  },
  "invitation.withdrawn": {
    title: "This invitation has been withdrawn.",
    todo: "The person is not among the people any more. If that is wrong, HR can import the people again.",
  },
  "invitation.unknown": { title: "This link is not known.", todo: "Check that it was copied as a whole." },
  "ballot.answered": { title: "This invitation has been used.", todo: "The first answer counts." },
  "ballot.invalid": {
    title: "The answer could not be read.",
    todo: "Load the page again and send once more.",
  },
  "survey.trustees-untried": {
    title: "Not all three trustees have tried their share of the key.",
    todo: "Nothing was launched. Each of them gets there by the link in their mail; you can send it again.",
  },
  "survey.has-trustees": {
    title: "Three trustees hold the key of this survey.",
    todo: "Nothing was changed. Let the server hold the key again before you take recovery shares.",
  },
  "trustee.unknown": {
    title: "This link is not known.",
    todo: "Check that it was copied as a whole. A newer mail makes the link before it void; HR can send a new one.",
  },
  "trustee.is-hr": {
    title: "A member of HR cannot be a trustee.",
    todo: "Nothing was changed. Name three people who do not work with Throughline as HR.",
  },
  "trustee.changed": {
    title: "The trustees' keys have changed meanwhile.",
    todo: "Nothing was changed. Load the page again to see where it stands.",
  },
  "trustee.not-closing": {
    title: "The survey is not being closed.",
    todo: "Nothing was passed on. Shares meet only after the close.",
  },
  "trustee.not-handed": {
    title: "Nobody has handed you a second share.",
    todo: "Ask another trustee to hand you theirs, then open the answers here.",
  },
  "member.is-trustee": {
    title: "This person is a trustee of a survey that is not over.",
    todo: "Nothing was changed. Whoever holds a share of its key cannot work for HR before that survey is closed.",
  },
  "trustee.not-proven": {
    title: "This could not be proven to come from the key that belongs to it.",
    todo: "Nothing was changed. Load the page again and do it once more with your key file.",
  },
  "trustee.opening": {
    title: "The answers of this survey are being sent already.",
    todo: "Nothing was lost. Wait a minute, then load the page again to see whether they are counted.",
  },
  "trustee.mismatch": {
    title: "These are not the answers of the sealed ballots.",
    todo: "Nothing was counted; the ballots are kept, sealed. Load the page again and open them once more.",
  },
  "mail.not-sent": {
    title: "The mail server did not take the mail.",
    todo: "Nothing was sent. Try again; if it stays, have the mail settings checked.",
  },
  "server.busy": { title: "The server is busy.", todo: "Nothing was changed. Try again in a few seconds." },
  "server.error": {
    title: "The server could not do this.",
    todo: "Nothing was changed. Try again; if it stays, tell whoever runs Throughline for you.",
  },
  "connection.lost": {
    title: "The server cannot be reached.",
    todo: "What you typed is still on this page. Check the connection and try again.",
  },
  "sign-in.refused": {
    title: "E-mail and password do not match.",
    todo: "Check both and try again. Passwords are kept scrambled, so nobody can look yours up.",
  },
  "file.not-read": {
    title: "This page could not read the file.",
    todo: "Nothing was stored. Load the page again and choose the file once more; if it stays, save it as CSV first.",
  },
  "server.unreadable": {
    title: "The server's answer could not be read.",
    todo: "Load the page again. If it stays, tell whoever runs Throughline for you.",
  },
}

/** Words for a failure; for anything that is not one of ours, the words of a failed server. */
export function failureText(failure: Failure | undefined): FailureText {
  return (failure && texts[failure.code]) ?? texts["server.error"]
}
