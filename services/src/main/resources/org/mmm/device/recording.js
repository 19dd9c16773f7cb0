// A recording of a live place, read from its file.

import { roomFrameOf } from "./frames.js";

const FORM = 1;

/** Reads the text of a file; resolves to {place, began, entries: [{time, frame}]}, times in seconds. */
export function readRecording(text) {
  const lines = text.split("\n").filter((line) => line);
  const head = parsed(lines[0] ?? "");
  if (head.recording !== FORM) throw new Error("This is no recording of a live place.");
  const entries = [];
  for (let i = 1; i < lines.length; i++) {
    try {
      const { millis, frame } = JSON.parse(lines[i]);
      entries.push({ time: millis / 1000, frame: roomFrameOf(frame) });
    } catch (failure) {
      if (i === lines.length - 1) break; // it was cut off there
      throw new Error(`Line ${i + 1} of the recording is wrong.`, { cause: failure });
    }
  }
  if (entries.length === 0) throw new Error("Nothing was recorded.");
  return { place: head.place, began: head.began, entries };
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}
