// Requests to the server that the page came from; there are no others.

/** Sends a request to the server: POST if there is a body, otherwise GET. */
export async function ask(path, body) {
  const request = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch(() => {
    throw new Error("The server does not answer. Is it still running?");
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.error);
  }
  return answer;
}
