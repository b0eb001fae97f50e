import type { Plugin } from "vite"

const id = "\0web-crypto"

/** The HPKE library asks Node for its crypto where a browser's is missing. In a browser there is nothing to ask. */
export function webCryptoOnly(): Plugin {
  return {
    name: "throughline:web-crypto-only",
    enforce: "pre",
    resolveId: (source, importer) => (source === "crypto" && importer?.includes("@hpke") ? id : undefined),
    load: (module) => (module === id ? "export const webcrypto = globalThis.crypto" : undefined),
  }
}
