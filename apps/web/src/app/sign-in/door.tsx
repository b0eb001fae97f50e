import { LineMark } from "@throughline/charts"
import { type ReactNode, useEffect } from "react"
import { ColorSchemeChoice } from "../shell/color-scheme-choice.tsx"
import classes from "./sign-in.module.css"

/** A page in front of the product: signing in, joining, a new password. */
export function Door(props: { title: string; headline: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${props.title} · Throughline`
  }, [props.title])
  return (
    <main className={classes.page}>
      <div className={classes.line}>
        <LineMark progress={1} width={28} height={44} title="" />
      </div>
      <div className={classes.form}>
        <h1>{props.headline}</h1>
        {props.lead && <p className={classes.claim}>{props.lead}</p>}
        {props.children}
        <div className={classes.foot}>
          <ColorSchemeChoice />
        </div>
      </div>
    </main>
  )
}
