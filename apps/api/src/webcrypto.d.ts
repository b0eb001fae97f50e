/** The ballot package speaks WebCrypto as browsers name it; Node has the same type under another name. */
type CryptoKeyPair = import("node:crypto").webcrypto.CryptoKeyPair
