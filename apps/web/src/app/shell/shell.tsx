import { AppShell, Burger, Group } from "@mantine/core"
import { useDisclosure, useMediaQuery } from "@mantine/hooks"
import { LineMark } from "@throughline/charts"
import { type ReactNode, useEffect, useRef } from "react"
import { Link, useLocation } from "wouter"
import type { Session } from "../api.ts"
import { Navigation } from "./navigation.tsx"
import classes from "./shell.module.css"

/** The frame of every screen: the line and the organization's name, the ways through, and the screen itself. */
export function Shell(props: { session: Session; children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure()
  const [location] = useLocation()
  const visited = useRef<string | null>(null)
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false })
  useEffect(() => {
    close()
    window.scrollTo(0, 0)
    // The keyboard goes on from the new screen, not from the menu; on the first load it starts where the browser does.
    if (visited.current !== null && visited.current !== location) {
      document.getElementById("main")?.focus({ preventScroll: true })
    }
    visited.current = location
  }, [location, close])
  return (
    <AppShell
      header={{ height: { base: 56, md: 0 } }}
      navbar={{ width: 264, breakpoint: "md", collapsed: { mobile: !opened } }}
      padding={0}
    >
      <a className="app-skip" href="#main">
        Skip to the page
      </a>
      <AppShell.Header hiddenFrom="md" className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Brand name={props.session.organization.name} />
          <Burger
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={opened ? "Close the menu" : "Open the menu"}
          />
        </Group>
      </AppShell.Header>
      {/* Moved out of sight on a phone, the menu must be out of reach too. */}
      <AppShell.Navbar className={classes.navbar} aria-label="Main" inert={!wide && !opened}>
        <div className={classes.brandWide}>
          <Brand name={props.session.organization.name} />
        </div>
        <Navigation session={props.session} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        {props.children}
      </AppShell.Main>
    </AppShell>
  )
}

function Brand(props: { name: string }) {
  return (
    <Link href="/" className={classes.brand}>
      <LineMark progress={1} width={20} height={32} title="" />
      <span>
        <strong>Throughline</strong>
        <span className={classes.organization}>{props.name}</span>
      </span>
    </Link>
  )
}
