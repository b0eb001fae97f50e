import { Button, FileButton, Group } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import { Link, useLocation } from "wouter"
import { api, type DescribedFile, type ImportPreview, type OldAnswersFile } from "../api.ts"
import { Page, Section } from "../frame/page.tsx"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { importedLabel } from "../results/sentences.ts"
import { faults, firstDraft, type ImportDraft, settingsOf } from "./draft.ts"
import { PreviewOfImport } from "./import-preview.tsx"
import { Mapping } from "./mapping.tsx"

const ACCEPTED = ".csv,.tsv,.txt,.xlsx"

interface Chosen extends OldAnswersFile {
  described: DescribedFile
  draft: ImportDraft
}

/** Answers of an earlier survey, one row a person, become a closed survey that says what it is. */
export default function OldAnswers() {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const describe = useDeed(
    async (sent: OldAnswersFile) => ({ ...sent, described: await api.describeOldAnswers(sent) }),
    ({ described, ...sent }) =>
      setChosen({ ...sent, described, draft: firstDraft(described, sent.fileName) }),
  )
  return (
    <Page
      title="Import old answers"
      kicker={<Link href="/surveys">Surveys</Link>}
      headline={chosen ? "Say what the columns mean" : "Import old answers"}
      lead={`An Excel or CSV export of another survey tool with one row a person. It becomes a closed survey, labelled “${importedLabel}”: counted by the same rules, without the promise of the sealed ballot box.`}
    >
      <Section
        title="The file"
        lead="Exports of LimeSurvey and Glint are known by their columns. Of the file only the answers are kept, under groups large enough; ids, comments and all other columns are not."
      >
        <FileButton
          onChange={(file) => file && describe.mutate({ file, fileName: file.name })}
          accept={ACCEPTED}
        >
          {(button) => (
            <Button {...button} variant={chosen ? "default" : "filled"} loading={describe.isPending}>
              {chosen ? "Choose another file" : "Choose a file"}
            </Button>
          )}
        </FileButton>
        {chosen && <p className="app-note">{chosen.fileName}</p>}
        {describe.error && <Trouble error={describe.error} />}
      </Section>
      {chosen && <Settling key={chosen.fileName + chosen.file.size} {...{ chosen, setChosen }} />}
    </Page>
  )
}

function Settling({ chosen, setChosen }: { chosen: Chosen; setChosen: (chosen: Chosen) => void }) {
  const { draft, described, file, fileName } = chosen
  const [, navigate] = useLocation()
  const [shown, setShown] = useState<{ preview: ImportPreview; of: ImportDraft } | null>(null)
  const result = useRef<HTMLDivElement>(null)
  const upload = { file, fileName, settings: settingsOf(draft) }
  const preview = useDeed(
    async (of: ImportDraft) => ({ of, preview: await api.previewOldAnswers(upload) }),
    setShown,
  )
  const take = useDeed(
    () => api.importOldAnswers(upload),
    ({ survey }) => navigate(`/surveys/${survey}`),
  )
  const missing = faults(draft, new Date().toISOString().slice(0, 10))
  const isCurrent = shown !== null && shown.of === draft
  useEffect(() => {
    if (shown !== null) result.current?.focus()
  }, [shown])
  return (
    <>
      <Mapping
        described={described}
        draft={draft}
        onChange={(next) => setChosen({ ...chosen, draft: next })}
      />
      <Section
        title="Look before it counts"
        lead="The preview tells numbers of people and groups, and no result."
      >
        {missing.length > 0 && (
          <ul>
            {missing.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
        <Button
          variant={isCurrent ? "default" : "filled"}
          disabled={missing.length > 0}
          loading={preview.isPending}
          onClick={() => preview.mutate(draft)}
        >
          Preview
        </Button>
        {preview.error && <Trouble error={preview.error} />}
      </Section>
      <div ref={result} tabIndex={-1}>
        {isCurrent && (
          <>
            <PreviewOfImport preview={shown.preview} />
            {shown.preview.refused === null && (
              <Group mt="md">
                <Button size="md" loading={take.isPending} onClick={() => take.mutate(undefined)}>
                  Import as a closed survey
                </Button>
              </Group>
            )}
          </>
        )}
        {take.error && <Trouble error={take.error} />}
      </div>
    </>
  )
}
