/** Commands for the tests of the loopback, as a bot would register them. */
export const ask = {
  name: "ask",
  description: "Ask",
  options: [
    { type: 3, name: "question", description: "What to ask", required: true, max_length: 50 },
    { type: 5, name: "hide", description: "Show it to you alone", required: false },
    { type: 4, name: "limit", description: "How many", min_value: 1, max_value: 9 },
    { type: 6, name: "to", description: "Whom" },
  ],
  contexts: [0, 1, 2],
  integration_types: [0, 1],
};

export const topic = {
  name: "topic",
  description: "Topic",
  options: [
    { type: 3, name: "name", description: "Its name", required: true, autocomplete: true },
    { type: 5, name: "hide", description: "Show it to you alone" },
  ],
};

export const verifyQuote = { type: 3, name: "Verify quote" };
