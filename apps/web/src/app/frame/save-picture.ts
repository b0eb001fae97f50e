import { save } from "../csv.ts"
import { dotsPerPixel, framedPicture, holdsAny } from "./framed-picture.ts"

/** What decides how a chart looks; everything else is geometry and stands in its attributes. */
const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "paint-order",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
] as const

export interface Words {
  headline: string
  sure: string
  source: readonly string[]
}

/**
 * Saves a chart of the page as PNG, two dots a pixel, with its words around it: always dark on paper, whichever theme
 * the page is in, because it is going into somebody's document. Throws where the browser cannot draw it.
 */
export async function savePicture(chart: SVGSVGElement, words: Words, file: string): Promise<void> {
  // The stylesheets say what is light inside an element that names the light theme.
  const host = document.createElement("div")
  host.dataset.mantineColorScheme = "light"
  host.style.cssText = "position:fixed;left:-100000px;top:0"
  host.setAttribute("aria-hidden", "true")
  const copy = chart.cloneNode(true) as SVGSVGElement
  // What reacts to a pointer is no part of the picture.
  for (const area of copy.querySelectorAll(".tl-mark-area")) area.remove()
  for (const mark of copy.querySelectorAll("[aria-pressed]")) mark.removeAttribute("aria-pressed")
  host.append(copy)
  document.body.append(host)
  try {
    save(file, await rasterised(framed(copy, host, words, await fontsFor(copy, words))))
  } finally {
    host.remove()
  }
}

function framed(copy: SVGSVGElement, host: HTMLElement, words: Words, fonts: string) {
  const theme = getComputedStyle(host)
  const colour = (name: string) => theme.getPropertyValue(name).trim()
  const family = getComputedStyle(copy).fontFamily
  const width = copy.width.baseVal.value
  const height = copy.height.baseVal.value
  inline(copy)
  return framedPicture({
    chart: new XMLSerializer().serializeToString(copy),
    ...{ width, height, fonts, family, ...words },
    colours: { paper: colour("--tl-paper"), ink: colour("--tl-ink"), muted: colour("--tl-muted") },
  })
}

/** Writes the looks that the page's stylesheets give into the elements themselves. */
function inline(copy: SVGSVGElement): void {
  const parts = [...copy.querySelectorAll<SVGElement>("*")].filter(
    ({ tagName }) => !["title", "desc", "defs"].includes(tagName),
  )
  const looks = parts.map((part) => {
    const style = getComputedStyle(part)
    return STYLES.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";")
  })
  parts.forEach((part, at) => {
    part.setAttribute("style", looks[at] ?? "")
  })
}

/** The faces of the page's font that these words need, with the font inside. */
async function fontsFor(copy: SVGSVGElement, words: Words): Promise<string> {
  const text = [copy.textContent, words.headline, words.sure, ...words.source].join("")
  const characters = new Set(text)
  const wanted = getComputedStyle(copy).fontFamily.toLowerCase()
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => {
      const name = style.getPropertyValue("font-family").replaceAll(/["']/g, "").toLowerCase()
      return wanted.includes(name) && holdsAny(style.getPropertyValue("unicode-range"), characters)
    })
  return (await Promise.all(faces.map(embedded))).join("")
}

async function embedded(face: CSSFontFaceRule): Promise<string> {
  const source = /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue("src"))?.[1]
  if (source === undefined) return ""
  const address = new URL(source, face.parentStyleSheet?.href ?? document.baseURI)
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  const named = ["font-family", "font-weight", "font-style", "unicode-range"]
    .map((name) => `${name}:${face.style.getPropertyValue(name)}`)
    .filter((rule) => !rule.endsWith(":"))
  return `@font-face{${named.join(";")};src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`
}

async function rasterised(picture: { svg: string; width: number; height: number }): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`
  await image.decode()
  const dots = dotsPerPixel(picture.width, picture.height)
  const canvas = document.createElement("canvas")
  canvas.width = Math.round(picture.width * dots)
  canvas.height = Math.round(picture.height * dots)
  const pen = canvas.getContext("2d")
  if (pen === null) throw new Error("This browser draws no pictures.")
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("The picture is too large."))), "image/png")
  })
}
