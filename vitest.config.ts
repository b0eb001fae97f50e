import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.{ts,tsx}", "apps/*/src/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    setupFiles: ["tests/property/seed.ts"],
    globalSetup: ["packages/db/src/testing-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // From the start of each test process what packages/db/src/embedded.ts says of the product's.
    execArgv: ["--no-wasm-code-gc"],
  },
})
