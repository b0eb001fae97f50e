export { type BallotKey, ballotMessage, createBallotKey } from "./ballot-key.ts"
export { fromBase64url, toBase64url } from "./base64url.ts"
export { type Blinded, blind, readKey, type SigningKey, unblind, verifyBlindSignature } from "./blind.ts"
export type { Bundle, BundleBallot } from "./bundle.ts"
export { canonicalJson } from "./canonical-json.ts"
export {
  type Cast,
  type CastInput,
  type CastProof,
  makeCast,
  proofOf,
  signedBytes,
  verifyCast,
} from "./cast.ts"
export type { Check, CheckCode } from "./check.ts"
export { openEnvelope, sealTo } from "./envelope.ts"
export {
  type Circle,
  type Commitment,
  type Dealing,
  type DealingFault,
  deal,
  isShareOf,
  type JointShare,
  joinJointKey,
  jointKeyOf,
  lineOf,
  takeDealings,
} from "./joint-key.ts"
export { joinShares, type KeyShare, readShare, type ShareFault, splitKey } from "./key-shares.ts"
export { type CohortLeaf, merkleProof, merkleRoot, verifyLeaf } from "./leaf.ts"
export { type CutCohort, hashOf, type Manifest, manifestHash } from "./manifest.ts"
export {
  type Open,
  type OpenedBallot,
  type OpenFailure,
  type Opening,
  opener,
  type SealedBallot,
} from "./opener.ts"
export { ciphertextSize, paddedSize } from "./padding.ts"
export { answerChallenge, sealChallenge } from "./possession.ts"
export { createSealingKey, type SealingKey } from "./seal.ts"
export { shuffle } from "./shuffle.ts"
export { sixWords, wordsOf } from "./six-words.ts"
export { type Known, verifyBundle } from "./verify-bundle.ts"
