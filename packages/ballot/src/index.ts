export { type BallotKey, ballotMessage, createBallotKey } from "./ballot-key.ts"
export { fromBase64url, toBase64url } from "./base64url.ts"
export { canonicalJson } from "./canonical-json.ts"
export { type Cast, type CastInput, type Credential, makeCast, verifyCast } from "./cast.ts"
export { hashOf, type Manifest, manifestHash } from "./manifest.ts"
export {
  type Open,
  type OpenedBallot,
  type OpenFailure,
  type Opening,
  opener,
  type SealedBallot,
} from "./opener.ts"
export { ciphertextSize, paddedSize } from "./padding.ts"
export { createSealingKey, type SealingKey } from "./seal.ts"
export { shuffle } from "./shuffle.ts"
