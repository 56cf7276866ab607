// Requests to the server that the page came from; there are no others.

import { inWords } from "./language.js";

/** Sends a request to the server: POST if there is a body, otherwise GET. */
export function ask(path, body) {
  return answerOf(path, body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

/** Sends the content of a file. */
export function send(path, file) {
  return answerOf(path, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
}

async function answerOf(path, request) {
  const response = await fetch(path, request).catch(() => {
    throw new Error(inWords("no.server"));
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.error);
  }
  return answer;
}

/** Wraps an action that asks the server: while one call runs, only the last of the other calls waits, even if it fails. */
export function oneAtATime(action) {
  let running = false;
  let waiting = null;
  return async (...values) => {
    waiting = values;
    if (running) {
      return;
    }
    running = true;
    try {
      while (waiting) {
        const next = waiting;
        waiting = null;
        await action(...next).catch((trouble) => waiting ?? Promise.reject(trouble));
      }
    } finally {
      running = false;
    }
  };
}

/** Returns what calls actions one at a time: of those that are asked for meanwhile, the last one comes last. */
export const turns = () => oneAtATime(async (action) => action());
