/** SurveyJS JSON to take away: of a version, or of the draft. */
export function ExportLink(props: { id: string; version?: number; words?: string }) {
  const query = props.version === undefined ? "" : `?version=${props.version}`
  const name = props.version === undefined ? "draft" : `version-${props.version}`
  return (
    <a href={`/api/instruments/${props.id}/surveyjs${query}`} download={`questionnaire-${name}.json`}>
      {props.words ?? "SurveyJS JSON"}
    </a>
  )
}
