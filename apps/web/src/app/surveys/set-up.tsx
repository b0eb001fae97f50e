import { Link } from "wouter"
import type { Survey } from "../api.ts"
import { Page } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useUnsaved } from "../leave-guard.tsx"
import { useCut } from "../queries.ts"
import { ReviewersStep } from "../reviews/reviewers-step.tsx"
import { AnnounceStep } from "./announce-step.tsx"
import { AttributeChoice } from "./attribute-choice.tsx"
import { KeysStep } from "./keys-step.tsx"
import { LanguagesStep } from "./languages-step.tsx"
import { LaunchStep } from "./launch-step.tsx"
import { MailsStep } from "./mails-step.tsx"
import { ProtectionStep } from "./protection-step.tsx"
import { QuestionnaireStep } from "./questionnaire-step.tsx"
import { SealingChoice } from "./sealing-choice.tsx"
import { type Step, type StepId, setUpSteps } from "./set-up-steps.ts"
import classes from "./step-row.module.css"
import { StepRow } from "./step-row.tsx"
import { SurveyFoot } from "./survey-foot.tsx"
import { TestMailStep } from "./test-mail-step.tsx"
import { useOpenStep } from "./use-open-step.ts"
import { useRecoveryShares } from "./use-recovery-shares.ts"
import { useSettings } from "./use-settings.ts"
import { WhenStep } from "./when-step.tsx"
import { WhoStep } from "./who-step.tsx"
import { WorksCouncilStep } from "./works-council-step.tsx"

/** A draft as a checklist: who gets what, when, under which promise. Each step saves itself; launch is the last. */
export function SetUp({ survey }: { survey: Survey }) {
  const form = useSettings(survey)
  const { settings, faults, saving, error } = form
  const cut = useCut(survey.id)
  const { open, toggle, go } = useOpenStep()
  // Held here: a step that is folded forgets what it held.
  const recovery = useRecoveryShares(survey)
  useUnsaved(
    saving !== "saved"
      ? "The last change to this survey is"
      : recovery.unkept
        ? "Recovery shares that cannot be had again are"
        : "",
  )

  const steps = setUpSteps({ survey, settings, faults, cut: cut.data })
  const missing = steps.at(-1)?.missing ?? []

  const body = (step: Step) => {
    switch (step.id) {
      case "questionnaire":
        return (
          <>
            <QuestionnaireStep survey={survey} form={form} />
            <AttributeChoice survey={survey} />
          </>
        )
      case "languages":
        return <LanguagesStep survey={survey} form={form} />
      case "who":
        return <WhoStep survey={survey} form={form} cut={cut} />
      case "when":
        return <WhenStep survey={survey} form={form} />
      case "protection":
        return <ProtectionStep survey={survey} form={form} />
      case "keys":
        return (
          <SealingChoice survey={survey}>
            <KeysStep survey={survey} recovery={recovery} />
          </SealingChoice>
        )
      case "reviewers":
        return <ReviewersStep survey={survey} />
      case "mails":
        return <MailsStep survey={survey} />
      case "test-mail":
        return <TestMailStep survey={survey} />
      case "announce":
        return <AnnounceStep survey={survey} />
      case "works-council":
        return <WorksCouncilStep survey={survey} />
      case "launch":
        return <LaunchStep survey={survey} cut={cut.data} missing={step.missing} saved={saving === "saved"} />
    }
  }

  return (
    <Page
      title={survey.name}
      kicker={<Link href="/surveys">Surveys</Link>}
      headline={`Set up “${settings.name || "a survey without a name"}”`}
      lead={lead(survey, missing.length)}
    >
      <p className="app-source" role="status">
        {saving === "saved" && "All changes are saved."}
        {saving === "waiting" &&
          (Object.keys(faults).length > 0 ? "Not saved while a field is wrong." : "Saving…")}
        {saving === "failed" && "The last change is not saved."}
      </p>
      {error !== null && <Trouble error={error} />}
      <ol className={classes.steps}>
        {steps.map((step, at) => (
          <StepRow
            key={step.id}
            step={step}
            number={at + 1}
            open={open === step.id}
            next={steps[at + 1]}
            onToggle={() => toggle(step.id)}
            onOpen={(id: StepId) => go(id)}
          >
            {body(step)}
          </StepRow>
        ))}
      </ol>
      <SurveyFoot survey={survey} />
    </Page>
  )
}

function lead(survey: Survey, missing: number): string {
  if (survey.scheduled)
    return "Its launch is scheduled. Until then everything here can be changed, and saves itself."
  if (missing > 0)
    return "Nobody gets a mail before you launch. Everything has a sensible start; what needs you is marked."
  return "Everything is ready. Nobody gets a mail before you launch; send yourself a test mail first."
}
