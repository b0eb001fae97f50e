import { type ComponentType, lazy, Suspense } from "react"
import { Redirect, Route, Router, Switch } from "wouter"
import { Page } from "./frame/page.tsx"
import { Trouble, Waiting } from "./frame/states.tsx"
import { LeaveGuard, useLeaveGuard } from "./leave-guard.tsx"
import { NotFetched } from "./not-fetched.tsx"
import { useSession } from "./queries.ts"
import { ResultTabs } from "./results/result-tabs.tsx"
import { Shell } from "./shell/shell.tsx"

/**
 * A screen is fetched when it is first opened. The server may be away then, or have been updated since this tab was
 * opened, so that the file is gone: the screen says so.
 */
const onDemand = <Props extends object>(fetched: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy((): Promise<{ default: ComponentType<Props> }> => fetched().catch(() => ({ default: NotFetched })))

const SignIn = onDemand(() => import("./sign-in/sign-in.tsx"))
const ForgotPassword = onDemand(() => import("./sign-in/forgot-password.tsx"))
const ResetPassword = onDemand(() => import("./sign-in/reset-password.tsx"))
const Join = onDemand(() => import("./join/join.tsx"))
const Members = onDemand(() => import("./members/members.tsx"))
const Account = onDemand(() => import("./members/account.tsx"))
const OwnArea = onDemand(() => import("./results/own-area.tsx"))
const Home = onDemand(() => import("./home/home.tsx"))
const People = onDemand(() => import("./people/people.tsx"))
const Words = onDemand(() => import("./words/words.tsx"))
const Instruments = onDemand(() => import("./instruments/instruments.tsx"))
const InstrumentScreen = onDemand(() => import("./instruments/instrument.tsx"))
const VersionScreen = onDemand(() => import("./instruments/version.tsx"))
const Surveys = onDemand(() => import("./surveys/surveys.tsx"))
const SurveyScreen = onDemand(() => import("./surveys/survey.tsx"))
const WorksCouncil = onDemand(() => import("./surveys/works-council.tsx"))
const OldAnswers = onDemand(() => import("./imports/old-answers.tsx"))
const Settings = onDemand(() => import("./settings/settings.tsx"))
const Results = onDemand(() => import("./results/results.tsx"))
const Breaks = onDemand(() => import("./results/breaks.tsx"))
const HeatMap = onDemand(() => import("./results/heat-map.tsx"))
const Knowing = onDemand(() => import("./results/knowing.tsx"))
const Across = onDemand(() => import("./results/across.tsx"))
const Engagement = onDemand(() => import("./results/engagement.tsx"))
const ResultComments = onDemand(() => import("./results/comments.tsx"))
const ReviewScreen = onDemand(() => import("./reviews/review.tsx"))
const History = onDemand(() => import("./history/history.tsx"))
const KpiLinks = onDemand(() => import("./kpis/links.tsx"))
const Figures = onDemand(() => import("./kpis/figures.tsx"))
const KpiScreen = onDemand(() => import("./kpis/kpi.tsx"))
const ImportFigures = onDemand(() => import("./kpis/import-figures.tsx"))
const UnitLabels = onDemand(() => import("./kpis/unit-labels.tsx"))
const UnitProfile = onDemand(() => import("./kpis/unit-profile.tsx"))
const Drivers = onDemand(() => import("./drivers/drivers.tsx"))
const DriverScreen = onDemand(() => import("./drivers/driver.tsx"))
const Mail = onDemand(() => import("./mail/mail.tsx"))
const Letters = onDemand(() => import("./mail/letters.tsx"))
const Outbox = onDemand(() => import("./outbox/outbox.tsx"))
const Method = onDemand(() => import("./method/method.tsx"))
const NotFound = onDemand(() => import("./not-found.tsx"))

/** Doors that open without a session, also to whoever has one; behind all others the product. */
export function App() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/join/:secret">{({ secret }) => <Join key={secret} secret={secret} />}</Route>
        <Route path="/forgot-password" component={ForgotPassword} />
        <Route path="/reset-password/:token">
          {({ token }) => <ResetPassword key={token} token={token} />}
        </Route>
        <Route component={Inside} />
      </Switch>
    </Suspense>
  )
}

function Inside() {
  const session = useSession()
  const guard = useLeaveGuard()
  if (session.isPending) return <Waiting what="Throughline" />
  if (session.data === undefined) {
    return (
      <Page title="Not reachable" headline="Throughline cannot be reached">
        <div style={{ marginTop: "1.5rem" }}>
          <Trouble error={session.error} retry={() => void session.refetch()} />
        </div>
      </Page>
    )
  }
  if (session.data === null) {
    return (
      <Suspense fallback={null}>
        <SignIn />
      </Suspense>
    )
  }
  return (
    <Router aroundNav={guard.aroundNav}>
      <Shell session={session.data}>
        <Suspense
          fallback={
            <div className="app-page">
              <Waiting what="this page" />
            </div>
          }
        >
          {session.data.role === "hr" ? <HrScreens /> : <ReaderScreens role={session.data.role} />}
        </Suspense>
      </Shell>
      <LeaveGuard guard={guard} />
    </Router>
  )
}

function HrScreens() {
  return (
    <Switch>
      <Route path="/" component={Home} />
      <Route path="/people" component={People} />
      <Route path="/mission-and-priorities" component={Words} />
      <Route path="/questionnaires" component={Instruments} />
      <Route path="/questionnaires/:instrument">
        {(params) => <InstrumentScreen key={params.instrument} id={params.instrument} />}
      </Route>
      <Route path="/questionnaires/:instrument/versions/:version">
        {(params) => <VersionScreen id={params.instrument} version={Number(params.version)} />}
      </Route>
      <Route path="/members" component={Members} />
      <Route path="/account" component={Account} />
      <Route path="/surveys" component={Surveys} />
      <Route path="/settings" component={Settings} />
      <Route path="/surveys/:survey/works-council">
        {(params) => <WorksCouncil key={params.survey} id={params.survey} />}
      </Route>
      <Route path="/surveys/:survey/letters">
        {(params) => <Letters key={params.survey} id={params.survey} />}
      </Route>
      <Route path="/surveys/:survey/comments">
        {(params) => <ReviewScreen key={params.survey} id={params.survey} />}
      </Route>
      <Route path="/drivers" component={Drivers} />
      <Route path="/drivers/:driver">
        {(params) => <DriverScreen key={params.driver} id={params.driver} />}
      </Route>
      <Route path="/history" component={History} />
      <Route path="/kpis/*?" component={KpiScreens} />
      <Route path="/mail" component={Mail} />
      <Route path="/surveys/import" component={OldAnswers} />
      <Route path="/surveys/:survey">
        {(params) => <SurveyScreen key={params.survey} id={params.survey} />}
      </Route>
      <Route path="/results/*?" component={ResultScreens} />
      <Route path="/outbox" component={Outbox} />
      <Route path="/method" component={Method} />
      <Route path="/sign-in">{() => <Redirect to="/" replace />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}

/** The parts of the results, the same for everybody who may look at any. */
function ResultScreens() {
  return (
    <>
      <ResultTabs />
      <Switch>
        <Route path="/results">{() => <Results id={undefined} />}</Route>
        <Route path="/results/breaks">{() => <Breaks id={undefined} />}</Route>
        <Route path="/results/heat-map">{() => <HeatMap id={undefined} />}</Route>
        <Route path="/results/knowing">{() => <Knowing id={undefined} />}</Route>
        <Route path="/results/across">{() => <Across id={undefined} />}</Route>
        <Route path="/results/engagement">{() => <Engagement id={undefined} />}</Route>
        <Route path="/results/comments">{() => <ResultComments id={undefined} />}</Route>
        <Route path="/results/:survey/breaks">{(params) => <Breaks id={params.survey} />}</Route>
        <Route path="/results/:survey/heat-map">{(params) => <HeatMap id={params.survey} />}</Route>
        <Route path="/results/:survey/knowing">{(params) => <Knowing id={params.survey} />}</Route>
        <Route path="/results/:survey/across">{(params) => <Across id={params.survey} />}</Route>
        <Route path="/results/:survey/engagement">{(params) => <Engagement id={params.survey} />}</Route>
        <Route path="/results/:survey/comments">{(params) => <ResultComments id={params.survey} />}</Route>
        <Route path="/results/:survey">{(params) => <Results id={params.survey} />}</Route>
        <Route component={NotFound} />
      </Switch>
    </>
  )
}

/** HR changes figures; whoever else may look at results reads them. */
function KpiScreens() {
  const isHr = useSession().data?.role === "hr"
  return (
    <Switch>
      <Route path="/kpis" component={KpiLinks} />
      <Route path="/kpis/figures" component={Figures} />
      <Route path="/kpis/figures/:kpi">{({ kpi }) => <KpiScreen key={kpi} id={kpi} />}</Route>
      {isHr && <Route path="/kpis/import" component={ImportFigures} />}
      {isHr && <Route path="/kpis/units" component={UnitLabels} />}
      <Route path="/kpis/profile" component={UnitProfile} />
      <Route component={NotFound} />
    </Switch>
  )
}

/** Leaders and analysts look at results and change nothing: no other screen is there for them. */
function ReaderScreens({ role }: { role: "leader" | "analyst" | "keeper" | "operator" }) {
  if (role === "operator") return <Account />
  if (role === "keeper") return <KeeperScreens />
  return (
    <Switch>
      <Route path="/">{() => (role === "leader" ? <OwnArea /> : <Redirect to="/results" replace />)}</Route>
      <Route path="/results/*?" component={ResultScreens} />
      {role === "analyst" && (
        <Route path="/surveys/:survey/comments">
          {(params) => <ReviewScreen key={params.survey} id={params.survey} />}
        </Route>
      )}
      <Route path="/drivers" component={Drivers} />
      <Route path="/drivers/:driver">
        {(params) => <DriverScreen key={params.driver} id={params.driver} />}
      </Route>
      {role === "analyst" && <Route path="/history" component={History} />}
      <Route path="/kpis/*?" component={KpiScreens} />
      <Route path="/method" component={Method} />
      <Route path="/account" component={Account} />
      <Route path="/sign-in">{() => <Redirect to="/" replace />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}

/** A keeper feeds the own drivers and sees nothing else. */
function KeeperScreens() {
  return (
    <Switch>
      <Route path="/">{() => <Redirect to="/drivers" replace />}</Route>
      <Route path="/drivers" component={Drivers} />
      <Route path="/drivers/:driver">
        {(params) => <DriverScreen key={params.driver} id={params.driver} />}
      </Route>
      <Route path="/method" component={Method} />
      <Route path="/account" component={Account} />
      <Route path="/sign-in">{() => <Redirect to="/drivers" replace />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}
