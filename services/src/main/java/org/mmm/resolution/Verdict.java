package org.mmm.resolution;

/** What is to be done with a message that came. */
public enum Verdict {
  /** Have it performed, under its ID as the key. */
  GO,
  /** It is answered already, so. */
  ANSWERED,
  /** Its ID stands for something else. */
  CLASH,
  /** Its signature was used before. */
  REPLAYED,
  /** It is too old to be known. */
  FORGOTTEN,
  /** There is no room for it now. */
  BUSY
}
