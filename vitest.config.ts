import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/build-once.ts"],
    // The end-to-end tests start processes, which take turns on a small machine.
    testTimeout: 20_000,
  },
});
