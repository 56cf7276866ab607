// Pictures that are chosen, dropped or pasted.

import { byId, telling } from "./elements.js";
import { frameDigits } from "./frames.js";
import { readImages } from "./reading.js";
import { showPicture } from "./paper.js";
import { send } from "./server.js";

const read = telling(async (files) => {
  const picture = [...files].find(({ type }) => type.startsWith("image/")) ?? files[0];
  if (picture) {
    const { images, places } = await send("/api/picture", picture);
    byId("network").value = "conv"; // the network that reads pictures best
    const shown = await createImageBitmap(picture);
    await readImages(images, places.map(({ doubtful }) => doubtful));
    showPicture(shown);
    frameDigits(places, shown);
  }
});

const isShown = () => !byId("draw").hidden;

byId("file").addEventListener("change", async ({ target }) => {
  await read(target.files);
  // Otherwise, the same file could not be chosen again.
  target.value = "";
});
document.addEventListener("dragover", (event) => isShown() && event.preventDefault());
document.addEventListener("drop", (event) => {
  if (isShown()) {
    event.preventDefault();
    read(event.dataTransfer.files);
  }
});
document.addEventListener("paste", (event) => {
  if (isShown() && event.clipboardData.files.length > 0) {
    event.preventDefault();
    read(event.clipboardData.files);
  }
});
