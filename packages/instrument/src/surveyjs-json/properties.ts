import type { Findings } from "./faults.ts"

/** What is read; everything else is refused, or, when it only says how a page looks, left out with a note. */
const read = {
  survey: "title locale pages elements throughline",
  page: "name title elements throughline visible",
  panel: "type name elements",
  element: "type name title visibleIf throughline",
  radiogroup: "choices",
  dropdown: "choices",
  buttongroup: "choices",
  checkbox: "choices maxSelectedChoices",
  tagbox: "choices maxSelectedChoices",
  ranking: "choices maxSelectedChoices selectToRankEnabled",
  boolean: "labelTrue labelFalse",
  rating: "rateMin rateMax rateCount rateStep rateValues minRateDescription maxRateDescription autoGenerate",
  matrix: "columns rows",
  comment: "maxLength rows",
  text: "inputType maxLength",
  choice: "value text",
} as const

export type Place = keyof typeof read

const leftOut: Record<"survey" | "page" | "panel" | "element", string> = {
  survey: `description logoPosition logoFit logoWidth logoHeight showTitle showPageTitles showPageNumbers
    showQuestionNumbers questionStartIndex questionTitleLocation questionTitlePattern questionDescriptionLocation
    questionErrorLocation requiredMark requiredText showProgressBar progressBarType progressBarLocation
    progressTitle progressBarShowPageTitles progressBarShowPageNumbers progressBarInheritWidthFrom showTOC tocLocation
    showNavigationButtons navigationButtonsLocation showPrevButton showPreviousButton showCompleteButton
    showCompletedPage showCompletePage showPreviewBeforeComplete showPreview previewMode previewText editText
    pageNextText pagePrevText completeText startSurveyText firstPageIsStarted firstPageIsStartPage goNextPageAutomatic
    autoAdvanceEnabled autoAdvanceAllowComplete allowCompleteSurveyAutomatic autoFocusFirstQuestion
    focusFirstQuestionAutomatic autoFocusFirstError focusOnFirstError checkErrorsMode validationEnabled textUpdateMode
    clearInvisibleValues widthMode width fitToContainer headerView backgroundOpacity mode readOnly maxTextLength
    maxCommentLength maxOthersLength autoGrowComment commentAreaRows allowResizeComment questionsOnPageMode
    questionOrder questionsOrder sendResultOnPageNext storeDataAsText partialSend partialSendEnabled cookieName
    surveyId surveyPostId maxTimeToFinish maxTimeToFinishPage timeLimit timeLimitPerPage showTimer timerLocation
    showTimerPanel showTimerPanelMode timerInfoMode gridLayoutEnabled keepIncorrectValues clearValueOnDisableItems
    validateVisitedEmptyFields matrixDragHandleArea arrayDelimiter themeVariables theme`,
  page: `description navigationTitle navigationDescription navigationButtonsVisibility showNavigationButtons
    questionOrder questionsOrder questionTitleLocation questionTitleWidth questionErrorLocation maxTimeToFinish
    timeLimit questionsDescriptionLocation readOnly gridLayoutColumns`,
  panel: `title description state startWithNewLine questionTitleLocation questionStartIndex showNumber
    showQuestionNumbers innerIndent indent width minWidth maxWidth questionErrorLocation questionsOrder gridLayoutColumns
    allowAdaptiveActions`,
  element: `description isRequired requiredErrorText startWithNewLine showNumber hideNumber titleLocation
    descriptionLocation errorLocation width minWidth maxWidth colSpan indent state colCount choicesOrder
    separateSpecialChoices placeholder placeHolder rows cols autoGrow allowResize acceptCarriageReturn autocomplete
    size textUpdateMode showClearButton allowClear searchEnabled searchMode renderAs readOnly minSelectedChoices
    isAllRowRequired eachRowRequired isUniqueRequired eachRowUnique rowsOrder rowOrder alternateRows columnMinWidth
    rowTitleWidth showHeader verticalAlign hideIfRowsEmpty rateDisplayMode rateType displayMode scaleColorMode rateColorMode
    displayRateDescriptionsAsExtremeItems rateDescriptionLocation longTap swapOrder valueTrue valueFalse
    selectToRankAreasLayout selectToRankEmptyRankedAreaText selectToRankEmptyUnrankedAreaText selectToRankSwapAreas
    itemSize step useDisplayValuesInTitle useDisplayValuesInDynamicTexts requireAll minRateDescriptionLocation dataList
    closeOnSelect textWrapEnabled showCharCount clearIfInvisible alwaysShowNotes cellType mobileView displayStyle`,
}

/** What to do instead. Order matters: the first that fits is said. */
const refused: [RegExp, string][] = [
  [/html/i, "Throughline shows plain text only, never HTML. Put what it says into a title."],
  [/^(triggers|calculatedValues)$/, "Throughline does not run logic behind the questions. Remove it."],
  [
    /(url|link)$|^url|choicesByUrl|^logo$|navigateTo/i,
    "Throughline loads nothing from other addresses. Remove it, and list choices one by one.",
  ],
  [/image|video|icon|background/i, "Throughline shows no pictures. Say it in words."],
  [
    /^(visibleIf|enableIf|requiredIf)$/,
    "Only a question with choices, a ranking or a text may depend on an earlier answer, by “visibleIf”. Remove it here.",
  ],
  [
    /expression|If$|^(choicesVisible|choicesEnable)/i,
    "Throughline does not compute from answers. Remove it.",
  ],
  [/^(defaultValue|correctAnswer|defaultRowValue)$/, "No answer is given beforehand. Remove it."],
  [
    /other|comment/i,
    "Throughline has no text field beside choices. Ask a question of its own, of the type “comment”.",
  ],
  [
    /^(show|has)?(none|refuse|dontknow|selectall)|selectAll|noneText|refuseText|dontKnowText/i,
    "Write this choice out among the others.",
  ],
  [
    /^choicesFromQuestion|^carryForward|^valueName$/,
    "Throughline does not carry answers over. List the choices.",
  ],
  [/^validators$|Error(Text)?$|mask|^min|^max|pattern/i, "Throughline checks no such thing. Remove it."],
]

const named = (list: string) => new Set(list.trim().split(/\s+/))
const readAt = Object.fromEntries(Object.entries(read).map(([place, list]) => [place, named(list)]))
const leftAt = Object.fromEntries(Object.entries(leftOut).map(([place, list]) => [place, named(list)]))

/** Every property of `value` that no place in `places` reads: one finding each. */
export function checkProperties(
  value: Record<string, unknown>,
  places: readonly Place[],
  path: string,
  { faults, notes }: Findings,
): void {
  for (const property of Object.keys(value)) {
    if (value[property] === undefined) continue
    if (places.some((place) => readAt[place]?.has(property))) continue
    if (places.some((place) => leftAt[place]?.has(property))) {
      notes.push({ path, property, message: "Not taken over: Throughline decides this itself." })
      continue
    }
    const message = refused.find(([pattern]) => pattern.test(property))?.[1]
    faults.push({ path, property, message: message ?? "Throughline does not know this property. Remove it." })
  }
}
